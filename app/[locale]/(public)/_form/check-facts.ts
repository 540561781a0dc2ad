import type { Locale } from "@/lib/core/localised";
import { messages } from "@/lib/i18n/messages";
import { FIELD_CODES, type FieldCode } from "@/lib/registrations/errors";
import { formShape, type RegistrationForm } from "@/lib/registrations/registration-form";
import type { CheckFacts } from "./browser-check";

/** The facts handed to the browser with a form: no more than its check needs, in one language. */
export function checkFacts(form: RegistrationForm, locale: Locale): CheckFacts {
  const words = messages[locale].registrationErrors;
  return {
    locale,
    shape: formShape(form),
    titles: Object.fromEntries(form.sessions.map(({ id, title }) => [id, title[locale]])),
    words: Object.fromEntries(FIELD_CODES.map((code) => [code, words[code]])) as Record<FieldCode, string>,
  };
}
