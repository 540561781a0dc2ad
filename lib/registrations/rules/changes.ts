import { openQuestions, type RegistrationForm } from "../registration-form";
import type { ChangeInput } from "../schema";
import { impliedDays, sessionsOnDays } from "./choices";
import { sortedAnswers } from "./sorted-answers";

/** What can be changed of a registration, as it is stored. Diet and access are sensitive. */
export type Changeable = {
  readonly days: readonly string[];
  readonly sessionIds: readonly string[];
  readonly answers: Readonly<Record<string, unknown>>;
  /** Answers to questions marked as sensitive. */
  readonly sensitiveAnswers: Readonly<Record<string, unknown>>;
  readonly organisationName: string | null;
  readonly municipalityCode: string | null;
  readonly jobTitle: string | null;
  readonly diet: string | null;
  readonly access: string | null;
};

/**
 * What a registration becomes. Days or sessions that were not sent stay as they are; a day that goes takes its sessions
 * along. Everything else is what was sent: a field left blank is emptied. Answers to questions that are not asked any more,
 * or not now, stay.
 */
export function changed(
  form: RegistrationForm,
  before: Changeable,
  input: ChangeInput,
  municipalityCode: string | null,
): Changeable {
  const days = input.days === undefined ? before.days : impliedDays(form, input.days);
  const sorted = sortedAnswers(form.questions, input.answers);
  return {
    days: days.toSorted(),
    sessionIds: sessionsOnDays(form, days, input.sessions ?? before.sessionIds),
    answers: { ...unasked(form, before.answers), ...sorted.own },
    sensitiveAnswers: { ...unasked(form, before.sensitiveAnswers), ...sorted.sensitive },
    organisationName: input.organisationName ?? null,
    municipalityCode,
    jobTitle: input.jobTitle ?? null,
    diet: input.diet ?? null,
    access: input.access ?? null,
  };
}

/** The answers to questions that are not open, which stay as they are. */
export function unasked(
  form: Pick<RegistrationForm, "questions">,
  answers: Changeable["answers"],
): Changeable["answers"] {
  const open = new Set(openQuestions(form).map(({ key }) => key));
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !open.has(key)));
}

/** The names of the fields that differ. */
export function changedFields(before: Changeable, after: Changeable): (keyof Changeable)[] {
  return (Object.keys(after) as (keyof Changeable)[]).filter((key) => plain(before[key]) !== plain(after[key]));
}

function plain(value: Changeable[keyof Changeable]): string {
  if (Array.isArray(value)) return JSON.stringify(value.toSorted());
  if (value !== null && typeof value === "object") return JSON.stringify(Object.entries(value).toSorted());
  return JSON.stringify(value);
}

type Catered = { readonly sessions: readonly { readonly id: string; readonly kind: string }[] };

/** Whether a change touches what the caterer counts: days, diet, or sessions where there is food. */
export function concernsCaterer(form: Catered, before: Changeable, after: Changeable): boolean {
  const fields = changedFields(before, after);
  if (fields.includes("days") || fields.includes("diet")) return true;
  const moved = (id: string) => before.sessionIds.includes(id) !== after.sessionIds.includes(id);
  return form.sessions.some(({ id, kind }) => (kind === "MEAL" || kind === "MINGLE") && moved(id));
}
