import { createHmac, timingSafeEqual } from "node:crypto";

/** Bytes of the signature: 128 bits cannot be guessed. */
const SIGNED = 16;

/**
 * What stands in the address where a mail's recipient says which mail they want: the mail's id, signed. It names nobody, is stored
 * nowhere, and stays good as long as the mail is known.
 */
export function mailToken(mailId: string, secret: string): string {
  const id = Buffer.from(mailId.replaceAll("-", ""), "hex");
  return Buffer.concat([id, signature(id, secret)]).toString("base64url");
}

/** The id of the mail that a token was made for, or null when it was not made here. */
export function mailOfToken(token: string, secret: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const bytes = Buffer.from(token, "base64url");
  const [id, signed] = [bytes.subarray(0, 16), bytes.subarray(16)];
  if (signed.length !== SIGNED || !timingSafeEqual(signed, signature(id, secret))) return null;
  return id.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function signature(id: Buffer, secret: string): Buffer {
  return createHmac("sha256", secret).update("mail-preferences:").update(id).digest().subarray(0, SIGNED);
}
