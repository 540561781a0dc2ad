import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { QuestionList } from "@/lib/registrations/queries/question-list";

const DONE = ["added", "changed", "moved", "retired", "restored", "removed"] as const;

/** What was just done, as the address says; null when it says nothing, or speaks of a question that is not here. */
export function doneWords(
  { done, question }: Readonly<Record<string, string | string[] | undefined>>,
  list: QuestionList,
  locale: Locale,
): string | null {
  const what = DONE.find((one) => one === done);
  const found = [...list.asked, ...list.retired].find(({ key }) => key === question);
  if (!what || (!found && what !== "removed")) return null;
  return translator(locale, "questions")(`done.${what}`, { question: found?.label[locale] ?? "" });
}
