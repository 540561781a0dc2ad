import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import type { ComposedMail } from "@/lib/mail/composed";
import { eventUrl, letterOf } from "@/lib/registrations/mails";
import { findRegistrationInMail } from "@/lib/registrations/queries/registration-in-mail";
import { worded } from "../mails/worded";
import { type OwnMessage, ownMessage } from "../rules/own-messages";
import { type OwnWordsFailure, parseOwnWords } from "../rules/own-text";
import { findRegistrationByReference } from "./mailing-in-mail";
import { findOwnTexts } from "./own-texts";
import { getSampleGround } from "./sample-ground";

type Asked = {
  readonly eventId: string;
  readonly message: string;
  readonly locale: Locale;
  /** Whose eyes it is read with; "" for somebody who does not exist. */
  readonly reference: string;
};
type Shown = { readonly letter: ComposedMail; readonly standard: ComposedMail };

/**
 * A message as a real person of the event would read it, as it is worded now, beside its standard text. Its links lead to the
 * event's page: an organiser reads it, to whom the person's own link is none of their business.
 */
export async function readOwnText(
  asked: Asked,
  now: Temporal.Instant,
): Promise<Ok<Shown> | Failure<"message_unknown" | "person_gone">> {
  const texts = await findOwnTexts(asked, asked.message);
  if (!texts) return fail("message_unknown");
  const own = texts[asked.locale];
  return shown(texts.message, asked, own?.inUse ? own : null, now);
}

/** The same in words that are not saved. */
export async function tryOwnText(
  asked: Asked,
  words: unknown,
  now: Temporal.Instant,
): Promise<Ok<Shown> | OwnWordsFailure | Failure<"message_unknown" | "person_gone">> {
  const message = ownMessage(asked.message);
  if (!message) return fail("message_unknown");
  const parsed = parseOwnWords(message, words);
  return parsed.ok ? shown(message, asked, parsed.value, now) : parsed;
}

async function shown(
  message: OwnMessage,
  { eventId, reference, locale }: Asked,
  words: { readonly subject: string; readonly body: string } | null,
  now: Temporal.Instant,
): Promise<Ok<Shown> | Failure<"person_gone">> {
  const [ground, id] = await Promise.all([
    getSampleGround({ eventId }),
    reference ? findRegistrationByReference(eventId, reference) : null,
  ]);
  const registration = id ? await findRegistrationInMail(id) : null;
  if (reference && !registration) return fail("person_gone");
  const person = registration && letterOf(registration, eventUrl(registration.event.slug, locale), now);
  return ok(worded(message, person ? { ...ground, person } : ground, words, locale));
}
