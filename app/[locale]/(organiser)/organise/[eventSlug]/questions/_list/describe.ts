import { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { formatDate, formatList } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { ListedQuestion, QuestionList } from "@/lib/registrations/queries/question-list";

/** What an organiser has to know of a question at a glance: its kind, whom it is for, and its limits. */
export function describeQuestion(question: ListedQuestion, list: QuestionList, locale: Locale): readonly string[] {
  const t = translator(locale, "questions");
  const { kind, required, sensitive, asked, lastAnswerDay } = question;
  const until = lastAnswerDay && formatDate(Temporal.PlainDate.from(lastAnswerDay), locale, "with-year");
  return [
    t(`kind.${kind}`),
    required && t("required"),
    sensitive && t("sensitive"),
    asked === "BOOKING" && t("perBooking"),
    conditionOf(question, list, locale),
    until && t("until", { date: until }),
  ].filter((part): part is string => Boolean(part));
}

function conditionOf({ showIf }: ListedQuestion, list: QuestionList, locale: Locale): string | null {
  const t = translator(locale, "questions");
  if (!showIf) return null;
  if (showIf.key === "category") {
    const names = list.categories.filter(({ key }) => showIf.values.includes(key)).map(({ name }) => name[locale]);
    return t("onlyCategory", { names: formatList(names, locale) });
  }
  const other = [...list.asked, ...list.retired].find(({ key }) => key === showIf.key);
  if (!other) return null;
  const question = other.label[locale];
  if (other.kind === "CONSENT") return t("onlyTicked", { question });
  const fixed: Readonly<Record<string, string>> = { yes: t("yes"), no: t("no") };
  const answers = showIf.values.map(
    (value) => other.options.find((one) => one.value === value)?.label[locale] ?? fixed[value] ?? value,
  );
  return t("onlyAnswer", { answers: formatList(answers, locale), question });
}
