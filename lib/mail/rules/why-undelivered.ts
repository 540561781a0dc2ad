import { isAboutAddress } from "./enhanced-status";

/** Why a mail is not there, in kinds that somebody can be told of. */
export const WHY_UNDELIVERED = [
  "address_invalid",
  "address_dead",
  "suppressed",
  "declined",
  "mailbox_full",
  "policy",
  "content",
  "refused",
  "asked_to_wait",
  "delayed",
  "server_silent",
  "sender_refused",
  "not_composed",
] as const;
export type WhyUndelivered = (typeof WHY_UNDELIVERED)[number];

/** Reads what the outbox notes of a mail's last attempt; null when it notes nothing. */
export function whyUndelivered(lastError: string | null): WhyUndelivered | null {
  if (!lastError) return null;
  if (lastError === "declined") return "declined";
  if (lastError.startsWith("suppressed")) return "suppressed";
  if (lastError.startsWith("DSN delayed")) return "delayed";
  if (lastError === "invalid address") return "address_invalid";
  if (lastError === "not composed" || lastError.startsWith("no composer")) return "not_composed";
  if (/^EAUTH|\bAUTH\b|MAIL FROM/.test(lastError)) return "sender_refused";
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(lastError)?.[0] ?? "";
  if (isAboutAddress(status)) return "address_dead";
  if (/^[45]\.2\.2$/.test(status)) return "mailbox_full";
  if (/^[45]\.7\./.test(status)) return status.startsWith("4") ? "asked_to_wait" : "policy";
  if (/^5\.6\.|^5\.[23]\.[34]$/.test(status) || / DATA 5\d\d\b/.test(lastError)) return "content";
  if (/\b5\d\d\b|^DSN 5/.test(lastError)) return "refused";
  if (/\b4\d\d\b/.test(lastError)) return "asked_to_wait";
  return "server_silent";
}
