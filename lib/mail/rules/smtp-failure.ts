import { isAboutAddress } from "./enhanced-status";

/** Why a mail did not leave. */
export type SmtpFailure = {
  /** The server will never take it. */
  readonly permanent: boolean;
  /** Codes alone. */
  readonly reason: string;
  /** The enhanced status code (RFC 3463) that the server gave, such as "5.1.1". */
  readonly status: string | null;
  /** No mail to this address will ever be taken. */
  readonly isAddressDead: boolean;
};

/**
 * Reads what nodemailer threw. Only a 5xx about this recipient or this message is permanent (RFC 5321, 4.2.1): a 5xx at
 * signing in or about our own sender is our fault, may be put right, and must not fail every mail in the outbox. A 5xx without an
 * enhanced code fails the mail and says nothing of the next one. The reason holds codes alone, since servers like to repeat
 * the address.
 */
export function smtpFailure(error: unknown): SmtpFailure {
  const { code, command, responseCode, response } = (error ?? {}) as Record<string, unknown>;
  const verb = typeof command === "string" ? command.toUpperCase() : "";
  const isAboutThisMail = verb === "RCPT TO" || verb === "DATA";
  // 503: the session was out of step, which says nothing of the mail.
  const isRefusal = typeof responseCode === "number" && responseCode >= 500 && responseCode !== 503;
  const permanent = isAboutThisMail && isRefusal;
  const status =
    (typeof response === "string" ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined) ?? null;
  const known = [typeof code === "string" ? code : "unknown", verb, responseCode, status];
  return {
    permanent,
    reason: known.filter(Boolean).join(" "),
    status,
    isAddressDead: permanent && status !== null && isAboutAddress(status),
  };
}
