import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { readFileAnswer } from "@/lib/registrations/file-answer";
import type { Needs } from "../commands/read-needs";
import { answerText } from "../rules/cell-text";
import type { EventFacets } from "./event-facets";

/** The sensitive questions of an event with what this person answered, in words; blank where there is no answer. */
export function needsAnswers({ answers }: Needs, questions: EventFacets["questions"], locale: Locale) {
  return questions
    .filter(({ sensitive }) => sensitive)
    .map(({ key, label }) => ({
      key,
      label: inLocale(label, locale),
      fileId: readFileAnswer(answers[key])?.id ?? null,
      text: answerText(answers[key], key, { locale, questions }),
    }));
}
