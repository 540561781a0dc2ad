import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { listQuestions } from "@/lib/registrations/queries/question-list";
import { requireEvent } from "../../../_access/require";
import { EmptyState } from "../../../_frame/empty-state";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import { doneWords } from "./_list/done-words";
import styles from "./_list/list.module.css";
import { QuestionRows, RetiredQuestions } from "./_list/question-rows";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "questions")("title"), robots: { index: false } };
}

/** The event's own questions in the order they are asked, with how many have answered each. */
export default async function QuestionsPage({ params, searchParams }: Props) {
  const { locale: language, eventSlug: slug } = await params;
  const locale = localeOf(language);
  const path = `/organise/${slug}/questions`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path }, currentInstant());
  const list = await listQuestions(scope);
  const t = translator(locale, "questions");
  const done = doneWords(await searchParams, list, locale);
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title: list.title, role: scope.role, current: "questions" }}
    >
      {done && (
        <p role="status" className={styles["done"]}>
          {done}
        </p>
      )}
      <p className={styles["intro"]}>{t("intro")}</p>
      <p className={styles["ways"]}>
        <a className={styles["add"]} href={localePath(locale, `${path}/new`)}>
          {t("add")}
        </a>
        <a href={localePath(locale, `${path}/preview`)}>{t("preview")}</a>
      </p>
      {list.asked.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      ) : (
        <QuestionRows list={list} slug={slug} locale={locale} />
      )}
      <RetiredQuestions list={list} slug={slug} locale={locale} />
    </OrganiserFrame>
  );
}
