import { createHash, randomBytes, randomInt } from "node:crypto";

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
