import { env } from "@/lib/platform/env";

/**
 * The cookie of a signed-in browser: unreadable for scripts, not sent from other sites' forms, and over https bound to this
 * very host by its `__Host-` name.
 */
export function sessionCookie() {
  const secure = env().APP_URL.startsWith("https:");
  return {
    name: secure ? "__Host-samling-session" : "samling-session",
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
  };
}

/**
 * The cookie that remembers, between asking for a code and typing it, for which address: so that the address is in no URL,
 * where logs would keep it. It grants nothing.
 */
export function awaitedAddressCookie() {
  const { options } = sessionCookie();
  return { name: `${options.secure ? "__Host-" : ""}samling-sign-in`, options: { ...options, maxAge: 10 * 60 } };
}

/**
 * What a browser carries while it is at the OpenID Connect provider, ten minutes at most: next-auth's proofs that it is the
 * one that left, and where it wanted to go.
 */
export function oidcCookies() {
  const { name, options } = awaitedAddressCookie();
  const named = (part: string) => ({ name: name.replace("sign-in", `oidc-${part}`), options });
  return {
    state: named("state"),
    nonce: named("nonce"),
    pkceCodeVerifier: named("verifier"),
    csrfToken: named("start"),
    callbackUrl: named("back"),
  };
}

/** Where to go after the provider, and in which language: nothing that a visitor could not write themselves. */
export function oidcWayCookie() {
  const { name, options } = awaitedAddressCookie();
  return { name: name.replace("sign-in", "oidc-way"), options };
}
