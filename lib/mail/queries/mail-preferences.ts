import { parseEmailAddress } from "@/lib/core/email-address";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { mailClass } from "../rules/mail-class";
import { mailOfToken } from "../rules/mail-token";
import { MAIL_CLASSES, type MailClass } from "../schema";

/** Which mail of one organisation somebody gets, as the link in a mail to them opens it. */
export type MailPreferences = {
  readonly organisationId: string;
  readonly organisation: string;
  /** Normalised. */
  readonly address: string;
  /** The kind of the mail that the link came in. */
  readonly kind: MailClass | null;
  readonly declined: readonly MailClass[];
};

/** Opens the preferences of a mail's recipient; null for a token that is none of ours, or of whom nothing is known any more. */
export async function findMailPreferences(token: string): Promise<MailPreferences | null> {
  const id = mailOfToken(token, env().AUTH_SECRET);
  if (!id) return null;
  const organisation = { select: { id: true, name: true } } as const;
  const mail = await database().outboxMail.findUnique({
    where: { id },
    select: { message: true, toEmail: true, organisation, event: { select: { organisation } } },
  });
  const owner = mail?.organisation ?? mail?.event?.organisation;
  const address = mail && parseEmailAddress(mail.toEmail)?.normalised;
  if (!mail || !owner || !address || address.endsWith(".invalid")) return null;
  const rows = await database().suppressedAddress.findMany({
    where: { organisationId: owner.id, address, source: "UNSUBSCRIBE" },
    select: { scope: true },
  });
  return {
    organisationId: owner.id,
    organisation: owner.name,
    address,
    kind: mailClass(mail.message),
    declined: MAIL_CLASSES.filter((each) => rows.some(({ scope }) => scope === each)),
  };
}
