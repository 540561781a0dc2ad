/** Why no mail can be handed to the mail server, as far as its answer tells. */
export type SmtpProblem =
  | "refused_password"
  | "wants_password"
  | "unknown_name"
  | "bad_certificate"
  | "no_answer"
  | "unreachable";

/** What an error from connecting and signing in means. `signsIn`: whether SMTP_URL gives a user name. */
export function smtpProblem(error: unknown, signsIn: boolean): SmtpProblem {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === "EAUTH") return signsIn ? "refused_password" : "wants_password";
  if (code === "EDNS" || code === "ENOTFOUND") return "unknown_name";
  if (/certificate|self.signed|altname/i.test(String(message))) return "bad_certificate";
  return code === "ETIMEDOUT" ? "no_answer" : "unreachable";
}
