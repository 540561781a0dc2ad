import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { MOST_COLLEAGUES, questionsOf } from "@/lib/registrations/booking-schema";
import { countPeople } from "@/lib/registrations/form-data";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import { fileFields, isFormOpen, keepPostedFiles } from "../_form/posted-files";

/** Keeps the files of a posted group form: the booking's own and each person's. A list to read people from stays as it is. */
export async function keepGroupFiles(
  sent: FormData,
  asked: { readonly form: RegistrationForm; readonly locale: Locale; readonly clientIp: string },
  now: Temporal.Instant,
) {
  const { form } = asked;
  const count = Math.min(countPeople(sent, MOST_COLLEAGUES), MOST_COLLEAGUES);
  const own = questionsOf(form, "ATTENDEE").filter(({ sensitive }) => !sensitive);
  const fields = new Map([
    ...fileFields(questionsOf(form, "BOOKING")),
    ...Array.from({ length: count }, (_, index) => [...fileFields(own, `people.${index}.`)]).flat(),
  ]);
  return keepPostedFiles(sent, fields, { ...asked, isOpen: isFormOpen(form) }, now);
}
