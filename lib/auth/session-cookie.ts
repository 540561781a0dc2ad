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
