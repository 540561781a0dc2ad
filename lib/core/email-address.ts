/** An address as it is sent to, and as it is compared. */
export type EmailAddress = { readonly address: string; readonly normalised: string };

// One dot-atom before the @ and at least two DNS labels after it: the part of RFC 5321 that mailers agree on.
const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;

/**
 * Parses one e-mail address: NFKC, surrounding space removed, ASCII, at most 254 characters with at most 64 before the @.
 * Returns null for anything else: lists, display names, quoted local parts, control characters, IP literals.
 */
export function parseEmailAddress(raw: string): EmailAddress | null {
  const address = raw.normalize("NFKC").trim();
  if (address.length > 254 || address.indexOf("@") > 64 || !ADDRESS.test(address)) return null;
  return { address, normalised: address.toLowerCase() };
}
