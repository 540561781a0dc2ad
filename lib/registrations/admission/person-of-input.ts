import type { Locale } from "@/lib/core/localised";
import { fileIdsIn } from "../file-answer";
import type { RegistrationForm } from "../registration-form";
import { impliedDays } from "../rules/choices";
import { priceOfChoice } from "../rules/price-of-choice";
import { sortedAnswers } from "../rules/sorted-answers";
import type { ColleagueInput, RegistrationInput } from "../schema";
import type { Person, PersonDetails } from "./application";

type Input = Omit<ColleagueInput, "name" | "email"> & Pick<RegistrationInput, "name" | "email">;

/** The person a parsed form stands for, on the event's own ids. Dates that were left out mean all days. */
export function personOf(
  form: RegistrationForm,
  input: Input,
  { municipalityCode, locale }: { readonly municipalityCode: string | null; readonly locale: Locale },
): Person {
  const category = form.categories.find(({ key }) => input.category === undefined || key === input.category);
  if (!category) throw new Error("the schema let a category through that the form does not have");
  const { own, sensitive } = sortedAnswers(form.questions, input.answers);
  const dates = impliedDays(form, input.days);
  return {
    details: {
      ...input,
      answers: own as PersonDetails["answers"],
      municipalityCode,
      locale: input.locale ?? locale,
      sensitiveAnswers: Object.keys(sensitive).length > 0 ? sensitive : null,
    },
    levels: {
      eventId: form.eventId,
      categoryId: category.id,
      dayIds: form.days.filter(({ date }) => dates.includes(date)).map(({ id }) => id),
      sessionIds: [...(input.sessions ?? [])],
      voucherId: form.code?.voucherId ?? null,
    },
    approval: category.approval,
    heldUntil: null,
    consents: true,
    priceLines: priceOfChoice(form, input).lines,
    fileIds: fileIdsIn(form.questions, { ...own, ...sensitive }),
  };
}
