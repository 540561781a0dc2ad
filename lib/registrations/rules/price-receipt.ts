import { createHmac, timingSafeEqual } from "node:crypto";
import type { PriceLine } from "@/lib/ticketing/price-list";

function signature(reference: string, payload: string, secret: string): string {
  return createHmac("sha256", secret).update(`price:${reference}:${payload}`).digest("base64url").slice(0, 22);
}

/**
 * The price the sender was told, for the address of the confirmation page. It is carried along rather than looked up: for an
 * address that was registered before, what is stored would tell how. Nobody else can make one.
 */
export function signPrice(reference: string, lines: readonly PriceLine[], secret: string): string {
  const payload = Buffer.from(JSON.stringify(lines)).toString("base64url");
  return `${payload}.${signature(reference, payload, secret)}`;
}

/** The lines of a price that was signed here for this reference, or null. */
export function readPrice(reference: string, signed: string, secret: string): readonly PriceLine[] | null {
  const [payload = "", given = "", ...rest] = signed.split(".");
  const expected = Buffer.from(signature(reference, payload, secret));
  const shown = Buffer.from(given);
  if (rest.length > 0 || shown.length !== expected.length || !timingSafeEqual(shown, expected)) return null;
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as readonly PriceLine[];
}
