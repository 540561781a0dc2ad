import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import type { ComposedMail } from "@/lib/mail/composed";
import { eventUrl, letterOf } from "@/lib/registrations/mails";
import { findRegistrationInMail } from "@/lib/registrations/queries/registration-in-mail";
import { composed } from "../mails/letter";
import { findMailingInMail, findRegistrationByReference } from "./mailing-in-mail";

type Asked = { readonly eventId: string; readonly reference: string; readonly locale: Locale };

/**
 * A mailing as a real person of the event would read it; null when there is no such mailing or person. Its button leads to
 * the event's page: an organiser reads it, to whom the person's own link is none of their business.
 */
export async function previewOf(
  mailingId: string,
  { eventId, reference, locale }: Asked,
  now: Temporal.Instant,
): Promise<ComposedMail | null> {
  const [mailing, id] = await Promise.all([
    findMailingInMail(mailingId),
    findRegistrationByReference(eventId, reference),
  ]);
  const registration = id ? await findRegistrationInMail(id) : null;
  if (!registration || mailing?.eventId !== eventId) return null;
  return composed(mailing, letterOf(registration, eventUrl(registration.event.slug, locale), now), locale);
}
