import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import type { ComposedMail } from "@/lib/mail/composed";
import { eventUrl, letterOf } from "../mails";
import { changedLetter, changesInWords } from "../mails/event-changed";
import { findChangesFor, findUntoldChange } from "./event-change";
import { findRegistrationInMail } from "./registration-in-mail";

/** What an organiser looks at before telling it: the changes in words, how many they concern, and the mail as one of them reads it. */
export type ChangesToTell = {
  readonly id: string;
  readonly mark: string;
  readonly changedAt: Temporal.Instant;
  readonly changes: readonly { readonly label: string; readonly lines: readonly string[] }[];
  readonly concerned: number;
  readonly preview: (ComposedMail & { readonly name: string }) | null;
};

/**
 * The event's changes that nobody has been told of, or null. The preview's button leads to the event's page: the person's own link
 * is none of an organiser's business.
 */
export async function findChangesToTell(
  scope: EventScope,
  locale: Locale,
  now: Temporal.Instant,
): Promise<ChangesToTell | null> {
  const untold = await findUntoldChange(scope);
  if (!untold) return null;
  const { id, mark, changedAt, differences, concerned, now: present } = untold;
  const [first] = concerned;
  const registration = first ? await findRegistrationInMail(first.id) : null;
  const own = registration ? await findChangesFor(registration.id, id) : null;
  const preview =
    registration && own
      ? {
          name: registration.name,
          ...changedLetter(
            registration.state,
            letterOf(registration, eventUrl(registration.event.slug, locale), now),
            own,
            locale,
          ),
        }
      : null;
  const changes = changesInWords(differences, present.timeZone, locale);
  return { id, mark, changedAt, changes, concerned: concerned.length, preview };
}
