import { createHmac, timingSafeEqual } from "node:crypto";
import { REGISTRATION_STATES, type RegistrationState } from "./transitions";

const LENGTH = 22;

function signature(reference: string, status: string, secret: string): string {
  return createHmac("sha256", secret).update(`receipt:${reference}:${status}`).digest("base64url").slice(0, LENGTH);
}

/**
 * What the confirmation page is addressed by: the reference, what was answered, and 128 bits that only this server can make.
 * It shows what the sender was told, not how the registration stands now: for an address that was known before, that would
 * tell. It gives no power over the registration; that takes the personal link in the mail.
 */
export function signReceipt(reference: string, status: RegistrationState, secret: string): string {
  return `${reference}.${status}.${signature(reference, status, secret)}`;
}

/** What a receipt says, or null when it was not signed here. */
export function readReceipt(
  receipt: string,
  secret: string,
): { readonly reference: string; readonly status: RegistrationState } | null {
  const [reference = "", told = "", signed = "", ...rest] = receipt.split(".");
  const status = REGISTRATION_STATES.find((state) => state === told);
  if (!status || rest.length > 0 || signed.length !== LENGTH) return null;
  const expected = Buffer.from(signature(reference, status, secret));
  const given = Buffer.from(signed);
  return given.length === expected.length && timingSafeEqual(given, expected) ? { reference, status } : null;
}

/** "a…@example.org": enough for the sender to recognise a typing error, too little for anybody else. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return `${address.slice(0, 1)}…${address.slice(at)}`;
}
