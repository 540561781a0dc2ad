import { createHash } from "node:crypto";
import type { NextAuthOptions } from "next-auth";
import type { OAuthConfig } from "next-auth/providers/oauth";
import type { Temporal } from "temporal-polyfill";
import { newToken } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/localised";
import { fail, ok, type Result } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { askNextAuth } from "./ask-next-auth";
import { admitIdentity, type IdentityRefusal } from "./commands/admit-identity";
import { identityAdapter, type Visitor } from "./next-auth-adapter";
import { deviceOf } from "./rules/device-words";
import { oidcCookies, sessionCookie } from "./session-cookie";

const PROVIDER = "oidc";
const SIGNED_IN = "/";

/** The organisation's own sign-in, as the installation names it; null where none is set up. */
export function oidcName(): string | null {
  return env().OIDC_ISSUER === undefined ? null : env().OIDC_NAME;
}

/**
 * Sends a browser to the OpenID Connect provider: authorisation code with PKCE, state and nonce (OpenID Connect Core 1.0, 3.1;
 * RFC 9700, 2.1). `oidc_failed` when the provider cannot be reached.
 */
export async function startOidc(
  locale: Locale,
  now: Temporal.Instant,
): Promise<Result<{ location: string; setCookies: string[] }, "oidc_failed">> {
  const settings = options({ device: deviceOf(null), locale }, () => undefined, now);
  // next-auth begins only for who shows its CSRF token; what one is protected from here is the state in its cookie.
  const csrfToken = newToken();
  const hash = createHash("sha256").update(`${csrfToken}${settings.secret}`).digest("hex");
  const { location, setCookies } = await askNextAuth(
    {
      ...{ method: "POST", action: ["signin", PROVIDER], body: { csrfToken, callbackUrl: SIGNED_IN } },
      cookies: { [oidcCookies().csrfToken.name]: `${csrfToken}|${hash}` },
    },
    settings,
  );
  const ours = kept(setCookies);
  // On its own error next-auth leads to a page of its own and sets no state.
  return location && ours.length > 0 ? ok({ location, setCookies: ours }) : fail("oidc_failed");
}

/** A browser that comes back from the provider. */
type Returned = {
  readonly query: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly userAgent: string | null;
  readonly locale: Locale;
};

/** Signs in whom the provider sends back. Answers with the Set-Cookie headers: the session, and the end of the way's own. */
export async function finishOidc(
  { query, cookies, userAgent, locale }: Returned,
  now: Temporal.Instant,
): Promise<Result<{ setCookies: string[] }, IdentityRefusal | "oidc_failed">> {
  let refusal: IdentityRefusal | undefined;
  const visitor = { device: deviceOf(userAgent), locale };
  const settings = options(visitor, (code) => (refusal = code), now);
  const answer = await askNextAuth(
    { method: "GET", action: ["callback", PROVIDER], query: { ...query, callbackUrl: SIGNED_IN }, cookies },
    settings,
  );
  const setCookies = kept(answer.setCookies);
  const isSignedIn = setCookies.some((cookie) => cookie.startsWith(`${sessionCookie().name}=`));
  return answer.location === SIGNED_IN && isSignedIn ? ok({ setCookies }) : fail(refusal ?? "oidc_failed");
}

/** Of next-auth's cookies, those of the way and the session; the others remember what our routes do not ask. */
function kept(setCookies: readonly string[]): string[] {
  const { state, nonce, pkceCodeVerifier } = oidcCookies();
  const names = [state, nonce, pkceCodeVerifier, sessionCookie()].map(({ name }) => `${name}=`);
  return setCookies.filter((cookie) => names.some((name) => cookie.startsWith(name)));
}

function options(
  visitor: Visitor,
  refuse: (code: IdentityRefusal) => void,
  now: Temporal.Instant,
): NextAuthOptions & { readonly secret: string } {
  const { AUTH_SECRET, OIDC_ISSUER: issuer = "" } = env();
  const cookie = sessionCookie();
  return {
    secret: AUTH_SECRET,
    useSecureCookies: cookie.options.secure,
    adapter: identityAdapter(issuer, visitor, now),
    providers: [provider(issuer)],
    session: { strategy: "database", generateSessionToken: newToken },
    cookies: { sessionToken: cookie, ...oidcCookies() },
    callbacks: {
      redirect: () => SIGNED_IN,
      async signIn({ profile }) {
        const admitted = await admitIdentity({ issuer, claims: profile, locale: visitor.locale }, now);
        if (!admitted.ok) refuse(admitted.code);
        return admitted.ok;
      },
    },
    logger: {
      // A provider that is down, or a visitor who changed their mind there: both are told on the sign-in page.
      error: (code, metadata) => log.warn({ code, err: asError(metadata) }, "sign-in with OpenID Connect failed"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

function asError(metadata: unknown): unknown {
  return metadata instanceof Error ? metadata : (metadata as { error?: unknown } | null)?.error;
}

function provider(issuer: string): OAuthConfig<Record<string, unknown>> {
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env();
  return {
    ...{ id: PROVIDER, name, type: "oauth", clientId, clientSecret },
    wellKnown: `${issuer}/.well-known/openid-configuration`,
    checks: ["pkce", "state", "nonce"],
    idToken: true,
    authorization: { params: { scope: "openid email profile" } },
    userinfo: {
      /** The signed token has been checked by now; what it leaves out is asked for, and is about the same subject or refused. */
      async request({ client, tokens }) {
        const claims = decoded(tokens.id_token ?? "");
        if (claims["email"] || !client.issuer.metadata.userinfo_endpoint) return claims as never;
        const more = await client.userinfo<Record<string, unknown>>(tokens as never);
        return { ...claims, ...more } as never;
      },
    },
    profile: ({ sub, email, name: said }) => ({ id: String(sub), email: asText(email), name: asText(said) }),
  };
}

function asText(claim: unknown): string | null {
  return typeof claim === "string" ? claim : null;
}

function decoded(idToken: string): Record<string, unknown> {
  const payload = Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString();
  return JSON.parse(payload) as Record<string, unknown>;
}
