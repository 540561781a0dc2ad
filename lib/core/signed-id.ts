import { createHmac, timingSafeEqual } from "node:crypto";

/** Bytes of the signature: 128 bits cannot be guessed. */
const SIGNED = 16;

/** A row's id, signed for one purpose: stands in an address, names nobody and is stored nowhere. 43 URL-safe characters. */
export function signId(id: string, purpose: string, secret: string): string {
  const bytes = Buffer.from(id.replaceAll("-", ""), "hex");
  return Buffer.concat([bytes, signature(bytes, purpose, secret)]).toString("base64url");
}

/** The id that such a token claims to be for, to be believed only once `isSigned` says so; null for what is no token at all. */
export function claimedId(token: string): string | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  const hex = Buffer.from(token, "base64url").subarray(0, 16).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Whether a token was made here for this purpose. */
export function isSigned(token: string, purpose: string, secret: string): boolean {
  const bytes = Buffer.from(token, "base64url");
  const [id, signed] = [bytes.subarray(0, 16), bytes.subarray(16)];
  return signed.length === SIGNED && timingSafeEqual(signed, signature(id, purpose, secret));
}

function signature(id: Buffer, purpose: string, secret: string): Buffer {
  return createHmac("sha256", secret).update(`${purpose}:`).update(id).digest().subarray(0, SIGNED);
}
