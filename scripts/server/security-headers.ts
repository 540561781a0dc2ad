import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

// Addresses that hold a secret are not told to anybody, not even to ourselves.
const PERSONAL_LINK = /^\/(?:en\/)?[ris]\//;

// What people have sent in, handed out as it is.
const SENT_FILE = /^\/(?:en\/|sv\/)?(?:my|booking|organise\/[^/]+\/registrations)\/[^/]+\/files\//;

/**
 * Sets the headers every answer carries (OWASP ASVS 5.0, 3.4). The nonce is new for each request; the framework reads it
 * from the request's own header and writes it on the scripts it makes, so no other inline script runs.
 * Returns the nonce. Referrer-Policy is same-origin, not no-referrer: with the latter browsers send `Origin: null` with a plain form.
 */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse, appUrl: string): string {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  request.headers["content-security-policy"] = policy;
  // A file that is opened instead of saved runs nothing, and is nobody's page.
  const isFile = SENT_FILE.test(request.url ?? "");
  response.setHeader("content-security-policy", isFile ? "sandbox; default-src 'none'" : policy);
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", PERSONAL_LINK.test(request.url ?? "") ? "no-referrer" : "same-origin");
  response.setHeader("permissions-policy", "camera=(), geolocation=(), microphone=()");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  if (appUrl.startsWith("https:")) response.setHeader("strict-transport-security", "max-age=31536000");
  return nonce;
}
