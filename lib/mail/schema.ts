/** Kinds of mail that somebody may decline. Everything else tells of what the recipient has done or asked for. */
export const MAIL_CLASSES = ["INVITATIONS", "REMINDERS", "NEWS"] as const;
export type MailClass = (typeof MAIL_CLASSES)[number];
