import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { mergeFields } from "@/lib/i18n/merge-fields";
import { database } from "@/lib/platform/db";
import { OWN_MESSAGES, type OwnMessage, ownMessage } from "../rules/own-messages";

/** What an organiser wrote for a message in a language. */
export type OwnText = {
  readonly subject: string;
  readonly body: string;
  /** False: the standard text is sent, and this one is kept. */
  readonly inUse: boolean;
  readonly revision: number;
};

/** All messages that can be worded anew, in the order somebody meets them, and in which languages they have been. */
export async function listOwnTexts({
  eventId,
}: EventScope): Promise<readonly { readonly message: OwnMessage; readonly own: readonly Locale[] }[]> {
  const rows = await database().ownText.findMany({
    where: { eventId, inUse: true },
    select: { message: true, locale: true },
  });
  return (Object.keys(OWN_MESSAGES) as OwnMessage[]).map((message) => ({
    message,
    own: rows.filter((row) => row.message === message).map(({ locale }) => locale),
  }));
}

/** What has been written for one message in each language; null for a message that organisers do not word. */
export async function findOwnTexts(
  { eventId }: Pick<EventScope, "eventId">,
  name: string,
): Promise<{ readonly message: OwnMessage; readonly sv: OwnText | null; readonly en: OwnText | null } | null> {
  const message = ownMessage(name);
  if (!message) return null;
  const rows = await database().ownText.findMany({
    where: { eventId, message },
    select: { locale: true, subject: true, body: true, inUse: true, revision: true },
  });
  const of = (wanted: Locale) => {
    const row = rows.find(({ locale }) => locale === wanted);
    return row ? { subject: row.subject, body: row.body, inUse: row.inUse, revision: row.revision } : null;
  };
  return { message, sv: of("sv"), en: of("en") };
}

/** The fields that a message's text can have, as they are written in a language. */
export function fieldsOf(name: string, locale: Locale): readonly string[] {
  const message = ownMessage(name);
  return message ? mergeFields(OWN_MESSAGES[message], locale) : [];
}
