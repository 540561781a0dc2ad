import { Temporal } from "temporal-polyfill";
import { evaluationOpen, materialsPublished } from "@/emails/afterwards";
import { findEvaluationUrl } from "@/lib/events/queries/evaluation-url";
import type { Composer } from "@/lib/mail/composed";
import { listPublicMaterials } from "@/lib/programme/queries/public-materials";
import { about, eventUrl } from "../mails";
import type { RegistrationInMail } from "../queries/registration-in-mail";

/** What those who had a place get once the event is over. */
export const afterwardsMails = {
  "materials-published": about(async (registration, locale, now) => {
    if (!wasThere(registration, now)) return "obsolete";
    const { event } = registration;
    const materials = await listPublicMaterials(event, now);
    if (materials.length === 0) return "obsolete";
    const url = `${eventUrl(event.slug, locale)}#materials`;
    return materialsPublished(registration, { materials, url }, locale);
  }),

  "evaluation-open": about(async (registration, locale, now) => {
    const url = wasThere(registration, now) ? await findEvaluationUrl(registration.event.id) : null;
    return url ? evaluationOpen(registration, url, locale) : "obsolete";
  }),
} satisfies Record<string, Composer>;

/** Whether somebody had a place at an event that took place and whose last day has closed. */
function wasThere({ state, event }: RegistrationInMail, now: Temporal.Instant): boolean {
  const end = event.days.at(-1)?.closesAt ?? event.endsAt;
  return state === "CONFIRMED" && event.status === "PUBLISHED" && Temporal.Instant.compare(now, end) >= 0;
}
