import type { Locale } from "@/lib/core/localised";
import { formatList } from "@/lib/i18n/format";
import { en, sv } from "@/lib/i18n/messages/questions";
import { translator } from "@/lib/i18n/translator";
import type { QuestionFailure, QuestionFieldCode, QuestionProblems } from "./errors";
import type { QuestionKind } from "./registration-form";

// Every code and kind has its words in both languages, or this does not compile.
sv.problem satisfies Record<QuestionFieldCode, string>;
en.problem satisfies Record<QuestionFieldCode, string>;
sv.failure satisfies Record<Exclude<QuestionFailure["code"], "invalid">, string>;
en.failure satisfies Record<Exclude<QuestionFailure["code"], "invalid">, string>;
sv.kind satisfies Record<QuestionKind, string>;
en.kind satisfies Record<QuestionKind, string>;

/** What is wrong with each field of a question, in words. */
export function questionProblems(problems: QuestionProblems, locale: Locale): Readonly<Record<string, string>> {
  const t = translator(locale, "questions");
  return Object.fromEntries(
    Object.entries(problems).map(([field, { code, named = [] }]) => [
      field,
      t(`problem.${code}`, { questions: quoted(named, locale) }),
    ]),
  );
}

/** Why a question was not added, changed, moved or retired, in words; the fields' own problems apart. */
export function questionFailure(failure: Exclude<QuestionFailure, { code: "invalid" }>, locale: Locale): string {
  const named = failure.code === "question_needed" ? failure.detail : [];
  return translator(locale, "questions")(`failure.${failure.code}`, { questions: quoted(named, locale) });
}

function quoted(labels: readonly { readonly sv: string; readonly en: string }[], locale: Locale): string {
  const names = labels.map((label) => (locale === "sv" ? `”${label.sv}”` : `“${label.en}”`));
  return formatList(names, locale);
}
