import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { QuestionList } from "@/lib/registrations/queries/question-list";
import { arrange } from "../actions";
import { ArrangeForm } from "./arrange-form";
import { describeQuestion } from "./describe";
import styles from "./list.module.css";

type Props = { readonly list: QuestionList; readonly slug: string; readonly locale: Locale };

/** The questions as they are asked, one after another, each with its answers counted and its place to change. */
export function QuestionRows({ list, slug, locale }: Props) {
  const t = translator(locale, "questions");
  return (
    <ol className={styles["questions"]} aria-label={t("list")}>
      {list.asked.map((question, index) => {
        const label = question.label[locale];
        const options = question.options.filter(({ retired }) => !retired);
        return (
          <li key={question.key} id={question.key} className={styles["question"]}>
            <div className={styles["asked"]}>
              <h2 className={styles["label"]}>
                <a
                  href={localePath(locale, `/organise/${slug}/questions/${question.key}`)}
                  aria-label={t("changeOne", { question: label })}
                >
                  {label}
                </a>
              </h2>
              {question.help && <p className={styles["help"]}>{question.help[locale]}</p>}
              {options.length > 0 && (
                <ul className={styles["options"]} data-several={question.kind === "MULTI_CHOICE" || undefined}>
                  {options.map((option) => (
                    <li key={option.value}>{option.label[locale]}</li>
                  ))}
                </ul>
              )}
              <p className={styles["facts"]}>{describeQuestion(question, list, locale).join(" · ")}</p>
            </div>
            <p className={styles["answers"]}>{t("answers", { count: question.answers })}</p>
            <ArrangeForm
              action={arrange}
              hidden={{ event: slug, language: locale, key: question.key }}
              buttons={[
                { does: "up", label: t("up", { question: label }), shown: "↑", disabled: index === 0 },
                {
                  does: "down",
                  label: t("down", { question: label }),
                  shown: "↓",
                  disabled: index === list.asked.length - 1,
                },
              ]}
            />
          </li>
        );
      })}
    </ol>
  );
}

/** Those that are not asked any more: their answers stay, and they can be asked again. */
export function RetiredQuestions({ list, slug, locale }: Props) {
  const t = translator(locale, "questions");
  if (list.retired.length === 0) return null;
  return (
    <section className={styles["retired"]} aria-labelledby="retired">
      <h2 id="retired">{t("retired")}</h2>
      <p>{t("retiredHelp")}</p>
      <ul>
        {list.retired.map((question) => (
          <li key={question.key} id={question.key} className={styles["question"]}>
            <p className={styles["asked"]}>{question.label[locale]}</p>
            <p className={styles["answers"]}>{t("answers", { count: question.answers })}</p>
            <ArrangeForm
              action={arrange}
              hidden={{ event: slug, language: locale, key: question.key }}
              buttons={[
                {
                  does: "restore",
                  label: t("restoreOne", { question: question.label[locale] }),
                  shown: t("restore"),
                },
              ]}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
