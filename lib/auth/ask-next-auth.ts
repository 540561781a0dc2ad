import NextAuth, { type NextAuthOptions } from "next-auth";

/** What next-auth answers: where the browser is to go, and the Set-Cookie headers it goes with. */
export type NextAuthAnswer = { readonly location: string | null; readonly setCookies: readonly string[] };

type Asked = {
  readonly method: "GET" | "POST";
  /** Such as `["callback", "oidc"]`. */
  readonly action: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly cookies: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
};

/**
 * Asks next-auth the way a route of the pages router does: with what we say the request is, so that no other header or cookie
 * of the browser reaches it.
 */
export async function askNextAuth(asked: Asked, options: NextAuthOptions): Promise<NextAuthAnswer> {
  const headers = new Map<string, string | string[]>();
  const response = {
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader(name: string, value: string | string[]) {
      headers.set(name.toLowerCase(), value);
      return response;
    },
    status: () => response,
    send: () => undefined,
    json: () => undefined,
    end: () => undefined,
  };
  const { method, action, query, cookies, body } = asked;
  const request = { method, query: { ...query, nextauth: [...action] }, cookies, body, headers: {} };
  await NextAuth(request as never, response as never, options);
  return {
    location: [headers.get("location") ?? []].flat()[0] ?? null,
    setCookies: [headers.get("set-cookie") ?? []].flat(),
  };
}
