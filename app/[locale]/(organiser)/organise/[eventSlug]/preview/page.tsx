import type { Metadata } from "next";
import { EventView } from "@/app/[locale]/(public)/_event/event-view";
import "@/app/[locale]/(public)/event.css";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { getEditedEvent } from "@/lib/events/queries/event-basics";
import { getEventPreview } from "@/lib/events/queries/published-event";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { listProgramme } from "@/lib/programme/queries/programme";
import { listOpenCategories } from "@/lib/ticketing/queries/open-categories";
import { requireEvent } from "../../../_access/require";
import styles from "./preview.module.css";

type Props = { readonly params: Promise<{ locale: string; eventSlug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "editor");
  return { title: t("preview"), robots: { index: false } };
}

/** The event's page as visitors see it, before they do. */
export default async function PreviewPage({ params }: Props) {
  const { locale: language, eventSlug: slug } = await params;
  const locale = localeOf(language);
  const now = currentInstant();
  const { scope } = await requireEvent(locale, { slug, permission: canEdit, path: `/organise/${slug}/preview` }, now);
  const [event, { status }] = await Promise.all([getEventPreview(scope, now), getEditedEvent(scope)]);
  const [programme, categories] = await Promise.all([listProgramme(event), listOpenCategories(event, now)]);
  const t = translator(locale, "editor");
  return (
    <>
      <aside className={styles["bar"]} aria-label={t("preview")}>
        {t("previewBar", { draft: status === "DRAFT" ? "yes" : "no" })}{" "}
        <a href={localePath(locale, `/organise/${slug}/edit`)}>{t("previewBack")}</a>
      </aside>
      <EventView {...{ event, programme, categories, locale, now }} materials={[]} />
    </>
  );
}
