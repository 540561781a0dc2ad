import { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { formatDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { questionsOf } from "@/lib/registrations/booking-schema";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import { categoryField, choiceFields } from "../_form/choices-view";
import type { FieldView, FormValues } from "../_form/form-view";
import { questionFields } from "../_form/question-fields";
import { workFields } from "../_form/registration-view";
import type { PersonView } from "./group-state";

/** One colleague's questions. Sensitive ones are left to the colleague, who answers them by a link of their own. */
export function personView(
  form: RegistrationForm,
  locale: Locale,
  { index, values, source }: { readonly index: number; readonly values: FormValues; readonly source: string | null },
): PersonView {
  const t = translator(locale, "booking");
  const category = categoryField(form, locale);
  const name = values[`people.${index}.name`]?.[0]?.trim();
  const own = { ...form, questions: questionsOf(form, "ATTENDEE") };
  return {
    index,
    heading: name ? t("personNamed", { number: index + 1, name }) : t("person", { number: index + 1 }),
    source,
    remove: t("remove", { number: index + 1 }),
    fields: nameFields(form, locale).map((field) => of(field, index)),
    choices: [...(category ? [category] : []), ...choiceFields(form, locale, { days: [], sessions: [] })].map((field) =>
      of(field, index),
    ),
    chosen: chosenInWords(form, locale, (field) => values[`people.${index}.${field}`] ?? []),
    more: [...workFields(locale), ...questionFields(own, false, locale)].map((field) => of(field, index)),
  };
}

/** "Delegat, 28 november, Rundtur", or that it is still to be chosen. */
function chosenInWords(form: RegistrationForm, locale: Locale, of: (field: string) => readonly string[]): string {
  const t = translator(locale, "booking");
  const category = form.categories.find(({ key }) => key === of("category")[0]);
  const days = form.days.filter(({ date }) => of("days").includes(date));
  const sessions = form.sessions.filter(({ id }) => of("sessions").includes(id));
  const dates =
    days.length === form.days.length && days.length > 1
      ? [t("allDays")]
      : days.map(({ date }) => formatDate(Temporal.PlainDate.from(date), locale));
  const words = [
    ...(category ? [category.name[locale]] : []),
    ...(form.days.length > 1 ? dates : []),
    ...sessions.map(({ title }) => title[locale]),
  ];
  return words.length > 0 ? t("comesTo", { choices: words.join(", ") }) : t("choose");
}

function nameFields(form: RegistrationForm, locale: Locale): FieldView[] {
  const r = translator(locale, "register");
  const required = form.namingEndsAt === null;
  const help = translator(locale, "booking")("personEmailHelp");
  return [
    { kind: "line", id: "name", name: "name", label: r("name"), type: "text", required },
    { kind: "line", id: "email", name: "email", label: r("email"), help, type: "email", required },
  ];
}

function of(field: FieldView, index: number): FieldView {
  const { showIf } = field;
  return {
    ...field,
    id: `people-${index}-${field.id}`,
    name: `people.${index}.${field.name}`,
    ...(showIf && { showIf: { ...showIf, name: `people.${index}.${showIf.name}` } }),
  };
}
