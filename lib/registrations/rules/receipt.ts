import { createHmac, timingSafeEqual } from "node:crypto";

const LENGTH = 22;

function signature(reference: string, secret: string): string {
  return createHmac("sha256", secret).update(`receipt:${reference}`).digest("base64url").slice(0, LENGTH);
}

/**
 * What the confirmation page is addressed by: the reference and 128 bits that only this server can make. It shows what the
 * sender typed and gives no power over the registration; that takes the personal link in the mail.
 */
export function signReceipt(reference: string, secret: string): string {
  return `${reference}.${signature(reference, secret)}`;
}

/** The reference a receipt is for, or null when it was not signed here. */
export function readReceipt(receipt: string, secret: string): string | null {
  const [reference = "", signed = "", ...rest] = receipt.split(".");
  if (rest.length > 0 || signed.length !== LENGTH) return null;
  const expected = Buffer.from(signature(reference, secret));
  const given = Buffer.from(signed);
  return given.length === expected.length && timingSafeEqual(given, expected) ? reference : null;
}

/** "a…@example.org": enough for the sender to recognise a typing error, too little for anybody else. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
