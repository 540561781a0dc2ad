import { practicalInformation } from "@/emails/practical-information";
import { findPracticalities } from "@/lib/events/queries/practicalities";
import type { Composer } from "@/lib/mail/composed";
import { inLetter, whileConfirmed } from "../mails";

/** The messages about the event itself, to those who are to come, composed from the state as it is when they leave. */
export const eventMails = {
  "practical-information": whileConfirmed(async (registration, locale, now) =>
    practicalInformation(
      await inLetter(registration, locale, now),
      await findPracticalities(registration.event.id),
      locale,
    ),
  ),
} satisfies Record<string, Composer>;
