import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { canMakeNextEdition } from "@/lib/events/policy";
import { getEditionReview } from "@/lib/events/queries/edition-review";
import { formatWeekday } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { requireEvent } from "../../../_access/require";
import { ToolForm } from "../../../_form/tool-form";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import { createEdition } from "./actions";
import { CarriedLists } from "./carried-lists";
import { DateTable } from "./date-table";
import { MentionList } from "./mention-list";
import styles from "./next.module.css";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "nextEdition")("title"), robots: { index: false } };
}

/** The next edition: seen before it is made, for any first day, and looked through while it is a draft. */
export default async function NextEditionPage({ params, searchParams }: Props) {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const path = `/organise/${slug}/next`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path }, now);
  if (!canMakeNextEdition(scope)) notFound();
  const { first, done } = await searchParams;
  const review = await getEditionReview(scope, typeof first === "string" ? first : "", now);
  const t = translator(locale, "nextEdition");
  const { firstDay, dates } = review;
  const [before, after] = [dates.find(({ kind }) => kind === "day")?.before, firstDay];
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title: review.title, role: scope.role, current: "edit" }}
    >
      {done === "made" && <p role="status">{t("made")}</p>}
      <p>{t(review.stage === "made" ? "madeLead" : "lead")}</p>
      {review.stage === "planned" && (
        <>
          <form method="get" className={styles["choose"]}>
            <label htmlFor="first">{t("firstDay")}</label>
            <input id="first" name="first" type="date" defaultValue={firstDay.toString()} required />
            <button type="submit">{t("show")}</button>
          </form>
          {before && before.dayOfWeek !== after.dayOfWeek && (
            <p className={styles["caution"]}>
              {t("otherWeekday", { after: formatWeekday(after, locale), before: formatWeekday(before, locale) })}
            </p>
          )}
          <ToolForm
            action={createEdition}
            hidden={{ event: slug, language: locale, first: firstDay.toString() }}
            texts={{ submit: t("create"), working: t("working"), errorTitle: t("errorTitle") }}
          />
        </>
      )}
      <DateTable dates={dates} locale={locale} />
      <MentionList mentions={review.mentions} slug={slug} isMade={review.stage === "made"} locale={locale} />
      <CarriedLists review={review} slug={slug} locale={locale} />
      {review.stage === "made" && (
        <p>
          <a href={localePath(locale, `/organise/${slug}/edit/publish`)}>{t("publish")}</a>
        </p>
      )}
    </OrganiserFrame>
  );
}
