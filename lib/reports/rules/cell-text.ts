import type { Locale } from "@/lib/core/localised";
import { municipalityName } from "@/lib/core/municipalities";
import { formatDate, formatMoney, formatNumber, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { readFileAnswer } from "@/lib/registrations/file-answer";
import type { QuestionKind } from "@/lib/registrations/registration-form";
import type { Column } from "../policy";
import type { Answer, RegistrationRow } from "./registration-row";

export type Question = {
  readonly key: string;
  readonly kind: QuestionKind;
  readonly options: readonly { readonly value: string; readonly label: { readonly sv: string; readonly en: string } }[];
};
export type CellContext = {
  readonly locale: Locale;
  readonly questions: readonly Question[];
};

/** One column of one person as text, the same on the page and in the files. Empty where there is nothing to say. */
export function cellText(row: RegistrationRow, column: Column, context: CellContext): string {
  const { locale } = context;
  if (column.question) return answerText(row.details?.answers[column.question.key], column.question.key, context);
  const details = row.details;
  switch (column.key) {
    case "reference":
      return row.reference ?? "";
    case "name":
      return row.name;
    case "organisation":
      return row.organisation ?? "";
    case "status":
      return translator(locale, "organiser")(`state.${row.state}`);
    case "category":
      return details ? inLocale(details.category, locale) : "";
    case "email":
      return details?.email ?? "";
    case "municipality":
      return details?.municipalityCode ? (municipalityName(details.municipalityCode) ?? details.municipalityCode) : "";
    case "jobTitle":
      return details?.jobTitle ?? "";
    case "days":
      return details?.days.map((day) => formatDate(day, locale)).join(", ") ?? "";
    case "sessions":
      return details?.sessions.map((title) => inLocale(title, locale)).join(", ") ?? "";
    case "registered":
      return details?.registered ?? "";
    case "language":
      return details?.locale ? translator(locale, "organiser")(`language.${details.locale}`) : "";
    case "price":
      return details?.price ? formatMoney(details.price, locale) : "";
    case "payer":
      return details?.payer ?? "";
    case "invoiceReference":
      return details?.invoiceReference ?? "";
    case "tags":
      return details?.tags.join(", ") ?? "";
    case "notes":
      return details?.notes.join(" · ") ?? "";
    case "diet":
      return details?.diet ?? "";
    case "access":
      return details?.access ?? "";
  }
}

/** The heading of a column. */
export function columnHeading(column: Column, locale: Locale): string {
  return column.question
    ? inLocale(column.question.label, locale)
    : translator(locale, "organiser")(`column.${column.key}`);
}

/** An answer in words, the same wherever organisers read it. Dates stay ISO, which spreadsheets sort in any language. */
export function answerText(answer: Answer | undefined, key: string, { locale, questions }: CellContext): string {
  if (answer === undefined || answer === null) return "";
  if (typeof answer === "boolean") return translator(locale, "shell")(answer ? "yes" : "no");
  if (typeof answer === "number") return formatNumber(answer, locale);
  const question = questions.find((one) => one.key === key);
  if (question?.kind === "MUNICIPALITY") return municipalityName(String(answer)) ?? String(answer);
  if (question?.kind === "FILE") return readFileAnswer(answer)?.name ?? "";
  const options = question?.options ?? [];
  const label = (value: string) => {
    const option = options.find((one) => one.value === value);
    return option ? inLocale(option.label, locale) : value;
  };
  return typeof answer === "string" ? label(answer) : answer.map(label).join(", ");
}
