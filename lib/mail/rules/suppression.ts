import { Temporal } from "temporal-polyfill";
import type { MailClass } from "../schema";
import { answersRegistration, mailClass } from "./mail-class";

/** An address that one organisation's mail is not sent to: all of it, or one kind that the recipient has declined. */
export type Suppression = {
  readonly scope: "ALL" | MailClass;
  /** The enhanced status code (RFC 3463); empty for what a person asked for. */
  readonly reason: string;
  readonly since: Temporal.Instant;
};

type Mail = {
  readonly message: string;
  readonly createdAt: Temporal.Instant;
  readonly suppressions: readonly Suppression[];
};

/**
 * What keeps a mail from being sent, or null. An address found dead gets nothing, but for the answer to somebody who has
 * registered with it since: they may have had it mended. A declined kind stays declined.
 */
export function whatSuppresses(mail: Mail): Suppression | null {
  const kind = mailClass(mail.message);
  return (
    mail.suppressions.find(({ scope, since }) => (scope === "ALL" ? !isTriedAnew(mail, since) : scope === kind)) ?? null
  );
}

/** Whether a mail that was taken shows that an address found dead lives again. */
export function showsLife(mail: Mail): boolean {
  return mail.suppressions.some(({ scope, since }) => scope === "ALL" && isTriedAnew(mail, since));
}

function isTriedAnew({ message, createdAt }: Mail, since: Temporal.Instant): boolean {
  return answersRegistration(message) && Temporal.Instant.compare(createdAt, since) > 0;
}

/** Why a mail was not sent, as its row keeps it: "declined", or the code that found the address dead. */
export function suppressionReason({ scope, reason }: Suppression): string {
  return scope === "ALL" ? `suppressed ${reason}` : "declined";
}
