import type { MailClass } from "../schema";

const CLASSES: Readonly<Record<string, MailClass>> = {
  invitation: "INVITATIONS",
  "invitation-reminder": "INVITATIONS",
  "invitation-unfinished": "INVITATIONS",
  "event-reminder": "REMINDERS",
  "practical-information": "REMINDERS",
  "waiting-reminder": "REMINDERS",
  "names-missing": "REMINDERS",
  "materials-published": "NEWS",
  "evaluation-open": "NEWS",
  mailing: "NEWS",
};

/** What kind of mail a message is, when it is one that can be declined; null for what is transactional. */
export function mailClass(message: string): MailClass | null {
  return Object.hasOwn(CLASSES, message) ? (CLASSES[message] ?? null) : null;
}

/** The first answer to somebody who has just typed an address: it is tried whatever became of earlier mails to it. */
const ANSWERS: readonly string[] = [
  "registration-confirmed",
  "registration-pending",
  "registration-waiting",
  "registration-exists",
  "booking-made",
];

/** Whether a message answers somebody who has just given the address anew. */
export function answersRegistration(message: string): boolean {
  return ANSWERS.includes(message);
}
