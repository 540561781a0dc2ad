import { type Localised, localisedOrNull } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

export type EditionText = {
  readonly kind: "title" | "summary" | "texts" | "day" | "session" | "category" | "question" | "letter";
  /** Which one, where there may be many. */
  readonly name: Localised | null;
  readonly text: Localised;
  /** Where it is edited, as the end of the event's address; null where it has no page of its own. */
  readonly path: string | null;
};

/** Everything written that goes over to the next edition, with where it is edited. */
export async function getEditionTexts(eventId: string): Promise<readonly EditionText[]> {
  const event = await database().event.findUniqueOrThrow({
    where: { id: eventId },
    include: {
      ...{ days: true, categories: true, ownTexts: { where: { inUse: true } } },
      sessions: { where: { cancelledAt: null }, orderBy: { startsAt: "asc" } },
      questions: { where: { retiredAt: null } },
    },
  });
  const one = (kind: EditionText["kind"], name: unknown, column: unknown, path: string | null): EditionText[] => {
    const text = localisedOrNull(column);
    return text ? [{ kind, name: localisedOrNull(name), text, path }] : [];
  };
  return [
    ...one("title", null, event.title, "/edit"),
    ...one("summary", null, event.summary, "/edit"),
    ...[event.description, event.practicalities, event.targetGroup].flatMap((text) =>
      one("texts", null, text, "/edit/texts"),
    ),
    ...event.days.flatMap(({ title }) => one("day", title, title, "/edit/days")),
    ...event.sessions.flatMap(({ title, abstract }) =>
      [title, abstract].flatMap((text) => one("session", title, text, null)),
    ),
    ...event.categories.flatMap(({ name, description }) =>
      [name, description].flatMap((text) => one("category", name, text, "/edit/categories")),
    ),
    ...event.questions.flatMap(({ key, label, help, purpose }) =>
      [label, help, purpose].flatMap((text) => one("question", label, text, `/questions/${key}`)),
    ),
    ...event.ownTexts.map(({ message, subject, body }) => ({
      ...{ kind: "letter" as const, name: { sv: subject, en: subject }, path: `/mail/texts/${message}` },
      text: { sv: subject, en: body },
    })),
  ];
}
