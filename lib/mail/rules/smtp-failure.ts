/** Why a mail did not leave. `permanent`: the server will never take it. */
export type SmtpFailure = { readonly permanent: boolean; readonly reason: string };

/**
 * Reads what nodemailer threw. Only a 5xx about this recipient or this message is permanent (RFC 5321, 4.2.1): a 5xx at
 * signing in or about our own sender is our fault, may be put right, and must not fail every mail in the outbox. The reason
 * holds codes alone, since servers like to repeat the address.
 */
export function smtpFailure(error: unknown): SmtpFailure {
  const { code, command, responseCode, response } = (error ?? {}) as Record<string, unknown>;
  const verb = typeof command === "string" ? command.toUpperCase() : "";
  const isAboutThisMail = verb === "RCPT TO" || verb === "DATA";
  // 503: the session was out of step, which says nothing of the mail.
  const isRefusal = typeof responseCode === "number" && responseCode >= 500 && responseCode !== 503;
  const enhanced = typeof response === "string" ? /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] : undefined;
  const known = [typeof code === "string" ? code : "unknown", verb, responseCode, enhanced];
  return { permanent: isAboutThisMail && isRefusal, reason: known.filter(Boolean).join(" ") };
}
