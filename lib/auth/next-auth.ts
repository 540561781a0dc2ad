import { NextRequest } from "next/server";
import NextAuth, { type NextAuthOptions } from "next-auth";
import type { Temporal } from "temporal-polyfill";
import { newToken } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/localised";
import { env } from "@/lib/platform/env";
import type { SignInProof } from "./commands/consume-sign-in";
import { signInAdapter, type Visitor } from "./next-auth-adapter";
import { deviceOf } from "./rules/device-words";
import { sessionCookie } from "./session-cookie";

/** Where next-auth sends a browser whose sign-in it has accepted; the route puts the real page there. */
const SIGNED_IN = "/";

/**
 * next-auth's settings for one request. The mail is asked for by `requestSignIn` and put in our outbox, so the provider
 * sends nothing; its own pages, its CSRF cookie (our routes check Origin) and its base address are not used.
 */
function options(proof: SignInProof, visitor: Visitor, now: Temporal.Instant): NextAuthOptions {
  const cookie = sessionCookie();
  return {
    secret: env().AUTH_SECRET,
    useSecureCookies: cookie.options.secure,
    adapter: signInAdapter(proof, visitor, now),
    providers: [
      {
        id: "email",
        type: "email",
        name: "Email",
        server: "",
        from: "",
        maxAge: 10 * 60,
        options: {},
        sendVerificationRequest: () => Promise.reject(new Error("mail leaves through the outbox")),
      },
    ],
    session: { strategy: "database", generateSessionToken: newToken },
    cookies: { sessionToken: cookie },
    callbacks: { redirect: () => SIGNED_IN },
    logger: {
      error(code, metadata) {
        // An error inside next-auth would otherwise end as a redirect: what is unexpected is thrown.
        throw new Error(`sign-in failed unexpectedly: ${code}`, { cause: metadata });
      },
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/**
 * Lets next-auth sign a browser in with a proof. Returns the Set-Cookie header of the new session, or null when the proof
 * does not hold.
 */
export async function signInWith(
  proof: SignInProof,
  locale: Locale,
  request: NextRequest,
  now: Temporal.Instant,
): Promise<string | null> {
  const visitor = { device: deviceOf(request.headers.get("user-agent")), locale };
  const callback = new URL("/api/auth/callback/email", env().APP_URL);
  // next-auth asks for both in the query; the proof itself stays in the adapter and out of every address.
  callback.search = new URLSearchParams({
    email: proof.email,
    token: "in-the-form",
    callbackUrl: SIGNED_IN,
  }).toString();
  const answer: Response = await NextAuth(
    new NextRequest(callback, { method: "POST", headers: request.headers }) as never,
    { params: Promise.resolve({ nextauth: ["callback", "email"] }) } as never,
    options(proof, visitor, now),
  );
  if (answer.headers.get("location") !== SIGNED_IN) return null;
  return answer.headers.getSetCookie().find((cookie) => cookie.startsWith(`${sessionCookie().name}=`)) ?? null;
}
