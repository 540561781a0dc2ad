import { Temporal } from "temporal-polyfill";
import { CHOOSABLE } from "@/lib/core/file-kinds";
import type { Locale } from "@/lib/core/localised";
import { formatDate, formatList } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import {
  type FormQuestion,
  openQuestions,
  type RegistrationForm,
  type ShowIf,
} from "@/lib/registrations/registration-form";
import type { FieldView } from "./form-view";

/** The organiser's questions that can be answered now, sensitive or not. */
export function questionFields(form: RegistrationForm, sensitive: boolean, locale: Locale): FieldView[] {
  return openQuestions(form)
    .filter((question) => question.sensitive === sensitive)
    .map((question) => questionField(question, form, locale));
}

function questionField(question: FormQuestion, form: RegistrationForm, locale: Locale): FieldView {
  const t = translator(locale, "register");
  const name = fieldName(question.key);
  const help = helpOf(question, form, locale);
  const named = {
    name,
    id: name.replace(".", "-"),
    label: question.label[locale],
    ...(help && { help }),
    ...(question.showIf && { showIf: { name: fieldName(question.showIf.key), values: question.showIf.values } }),
    required: question.required,
  };
  const choices = question.options.map(({ value, label }) => ({ value, label: label[locale] }));
  switch (question.kind) {
    case "TEXT":
      return { ...named, kind: "line", type: "text" };
    case "LONG_TEXT":
      return { ...named, kind: "text" };
    case "DATE":
      return { ...named, kind: "line", type: "date" };
    case "NUMBER":
      return { ...named, kind: "line", type: "text", inputMode: "decimal" };
    case "MUNICIPALITY":
      return { ...named, kind: "line", type: "text", list: "municipalities" };
    case "CONSENT":
      return { ...named, kind: "tick" };
    case "CHOICE":
      return { ...named, kind: "one", choices };
    case "MULTI_CHOICE":
      return { ...named, kind: "many", choices };
    case "FILE":
      return {
        ...named,
        kind: "file",
        accept: CHOOSABLE,
        texts: { kept: t("fileKept"), replace: t("fileReplace"), remove: t("fileRemove") },
      };
    case "YES_NO":
      return {
        ...named,
        kind: "one",
        choices: [
          { value: "yes", label: t("yes") },
          { value: "no", label: t("no") },
        ],
      };
  }
}

/** Whom it is for, the organiser's own help, why it is asked and who reads it, the bounds of a number and the last day. */
function helpOf(question: FormQuestion, form: RegistrationForm, locale: Locale): string {
  const t = translator(locale, "register");
  const { min, max, lastAnswerDay } = question;
  const bounds =
    (min !== null && max !== null && t("between", { min, max })) || (min !== null && t("atLeast", { min }));
  return [
    question.showIf && conditionInWords(question.showIf, form, locale),
    question.help?.[locale],
    question.purpose && t("purpose", { purpose: ended(question.purpose[locale]) }),
    question.readers && t("readers", { readers: ended(question.readers[locale]) }),
    question.kind === "FILE" && t("fileHelp"),
    bounds || (max !== null && t("atMost", { max })),
    lastAnswerDay && t("answerBy", { date: formatDate(Temporal.PlainDate.from(lastAnswerDay), locale, "with-year") }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** "Gäller dig som svarar ”Ja” på ”Behöver du tolkning?”." */
function conditionInWords({ key, values }: ShowIf, form: RegistrationForm, locale: Locale): string {
  const t = translator(locale, "register");
  if (key === "category") {
    const names = form.categories.filter((one) => values.includes(one.key)).map(({ name }) => name[locale]);
    return t("onlyCategory", { names: formatList(names, locale) });
  }
  const other = form.questions.find((question) => question.key === key);
  if (!other) return "";
  const fixed = { yes: t("yes"), no: t("no") } as Readonly<Record<string, string>>;
  const words = values.map((value) => other.options.find((one) => one.value === value)?.label[locale] ?? fixed[value]);
  return other.kind === "CONSENT"
    ? t("onlyTicked", { question: other.label[locale] })
    : t("onlyAnswer", {
        answers: formatList(words.filter(Boolean) as string[], locale),
        question: other.label[locale],
      });
}

/** A sentence of the organiser's with its full stop, once. */
function ended(sentence: string): string {
  return /[.!?…]$/.test(sentence) ? sentence : `${sentence}.`;
}

function fieldName(key: string): string {
  return key === "category" ? key : `answers.${key}`;
}
