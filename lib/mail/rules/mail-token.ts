import { claimedId, isSigned, signId } from "@/lib/core/signed-id";

const PURPOSE = "mail-preferences";

/**
 * What stands in the address where a mail's recipient says which mail they want: the mail's id, signed. It names nobody, is stored
 * nowhere, and stays good as long as the mail is known.
 */
export function mailToken(mailId: string, secret: string): string {
  return signId(mailId, PURPOSE, secret);
}

/** The id of the mail that a token was made for, or null when it was not made here. */
export function mailOfToken(token: string, secret: string): string | null {
  return isSigned(token, PURPOSE, secret) ? claimedId(token) : null;
}
