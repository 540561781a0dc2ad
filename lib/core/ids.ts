import { createHash, randomBytes, randomInt } from "node:crypto";
import type { Temporal } from "temporal-polyfill";

/** Crockford's base32 without vowels that spell words: easy to read out over a telephone. */
const REFERENCE_ALPHABET = "23456789BCDFGHJKMNPQRSTVWXYZ";

/**
 * A reference people can read out, such as "K7QX-2M9F": 28^8, about 38 bits. It identifies; it grants nothing. Only the
 * demo hands in its own `below`, so that seeding twice gives the same references.
 */
export function newReference(below: (limit: number) => number = randomInt): string {
  const letters = Array.from({ length: 8 }, () => REFERENCE_ALPHABET[below(REFERENCE_ALPHABET.length)]);
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}

/** A secret for a personal link or a session: 256 random bits, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a token: its SHA-256 in hex. Tokens are random, so no salt is needed. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

const made = { at: 0, count: 0 };

/**
 * A row's id made by us: UUID version 7, so that new rows lie together in the index. Up to some two thousand made in one
 * process for one millisecond sort in the order in which they were made (RFC 9562, 6.2, a counter in the first random bits),
 * so that the people of one booking do.
 */
export function newId(now: Temporal.Instant): string {
  const at = now.epochMilliseconds;
  made.count = made.at === at ? (made.count + 1) % 4096 : randomInt(2048);
  made.at = at;
  const bytes = randomBytes(16);
  bytes.writeUIntBE(at, 0, 6);
  bytes.writeUInt16BE(0x7000 | made.count, 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/** Whether a text from outside can be a row's id at all; the database would refuse to compare anything else with one. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);
}
