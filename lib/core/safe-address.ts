const LONGEST = 500;

/** An address on the web that may be shown as a link: over https, without a user name in it, at most 500 characters; or null. */
export function safeAddress(written: string): string | null {
  if (written.length > LONGEST || !URL.canParse(written)) return null;
  const { protocol, username, password, href } = new URL(written);
  return protocol === "https:" && !username && !password && href.length <= LONGEST ? href : null;
}
