import type { Locale } from "@/lib/core/localised";
import { formatDate } from "@/lib/i18n/format";
import { messages } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import type { ListedQuestion, QuestionList } from "@/lib/registrations/queries/question-list";
import { QUESTION_KINDS } from "@/lib/registrations/registration-form";

type Choice = { readonly value: string; readonly label: string };

/** Everything the editor's form says and offers, in one language. */
export type EditorView = {
  readonly texts: (typeof messages)["sv"]["questions"]["form"];
  readonly kinds: readonly Choice[];
  /** What the question can depend on: each group is another question, or the category. */
  readonly conditions: readonly { readonly name: string; readonly choices: readonly Choice[] }[];
  /** Why some of it cannot be changed any more. */
  readonly answered: string | null;
  readonly deleted: string;
  readonly title: string;
  readonly errorTitle: string;
  readonly working: string;
};

/** The editor of one question, or of a new one, among the event's others. */
export function editorView(list: QuestionList, question: ListedQuestion | null, locale: Locale): EditorView {
  const t = translator(locale, "questions");
  const count = question?.answers ?? 0;
  const kinds = question?.kinds ?? QUESTION_KINDS;
  return {
    texts: messages[locale].questions.form,
    kinds: kinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    conditions: conditionsOf(list, question, locale),
    answered: count > 0 ? t("answered", { count }) : null,
    deleted: t("deleted", { date: formatDate(list.needsDeletedOn, locale, "with-year") }),
    title: question ? t("changeTitle") : t("addTitle"),
    errorTitle: question ? t("changeErrorTitle") : t("addErrorTitle"),
    working: t("working"),
  };
}

function conditionsOf(list: QuestionList, question: ListedQuestion | null, locale: Locale): EditorView["conditions"] {
  const t = translator(locale, "questions");
  const fixed: Readonly<Record<string, string>> = { yes: t("yes"), no: t("no") };
  const categories = list.categories.map(({ key, name }) => ({ value: `category=${key}`, label: name[locale] }));
  const others = list.asked
    .filter(({ key }) => key !== question?.key)
    .map((other) => ({
      name: other.label[locale],
      choices: other.conditions.map((value) => ({
        value: `${other.key}=${value}`,
        label: other.options.find((one) => one.value === value)?.label[locale] ?? fixed[value] ?? value,
      })),
    }));
  return [
    ...(categories.length > 1 ? [{ name: t("form.category"), choices: categories }] : []),
    ...others.filter(({ choices }) => choices.length > 0),
  ];
}
