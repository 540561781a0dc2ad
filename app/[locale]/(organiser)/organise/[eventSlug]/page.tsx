import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { canEdit, canSeeList, canSeeRegistrations } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { getDraftChecklist } from "@/lib/events/queries/publishing-checklist";
import { inLocale } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import { hasUntoldChange } from "@/lib/registrations/queries/event-change";
import { countOpenChanges } from "@/lib/registrations/queries/open-changes";
import { getEventCounts } from "@/lib/reports/queries/event-counts";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { countByTab } from "@/lib/reports/queries/list-registrations";
import { registrationCurve } from "@/lib/reports/queries/registration-curve";
import { parseFilter } from "@/lib/reports/schema";
import { requireEvent } from "../../_access/require";
import { EmptyState } from "../../_frame/empty-state";
import frameStyles from "../../_frame/frame.module.css";
import { OrganiserFrame } from "../../_frame/organiser-frame";
import { CountTables } from "./_overview/count-tables";
import { CurveSection } from "./_overview/curve-section";
import { Checklist } from "./edit/_parts/checklist";

type Props = { readonly params: Promise<{ locale: string; eventSlug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: translator(localeOf((await params).locale), "organiser")("overview.title"),
    robots: { index: false },
  };
}

/** One event at a glance: the curve against the deadline, and who fills which places. The door goes on to the list. */
export default async function OverviewPage({ params }: Props) {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const { user, scope } = await requireEvent(locale, { slug, permission: canSeeList, path: `/organise/${slug}` }, now);
  if (!canSeeRegistrations(scope.role)) redirect(localePath(locale, `/organise/${slug}/registrations`));
  const [facets, counts, tabs, curve, openChanges, isUntold, checklist] = await Promise.all([
    getEventFacets(scope),
    getEventCounts(scope),
    countByTab(scope, parseFilter({}).filter),
    registrationCurve(scope, now),
    canEdit(scope.role) ? countOpenChanges(scope) : 0,
    canEdit(scope.role) ? hasUntoldChange(scope) : false,
    canEdit(scope.role) ? getDraftChecklist(scope, now) : null,
  ]);
  const t = translator(locale, "organiser");
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("overview.title")}
      event={{ slug, title: facets.title, role: scope.role, current: "overview" }}
    >
      {openChanges > 0 && (
        <p className={frameStyles["notice"]}>
          <a href={localePath(locale, `/organise/${slug}/change-requests`)}>
            {translator(locale, "changeRequests")("link", { count: openChanges })}
          </a>
        </p>
      )}
      {isUntold && (
        <p className={frameStyles["notice"]}>
          <a href={localePath(locale, `/organise/${slug}/mail/changes`)}>
            {translator(locale, "eventChanges")("notice")}
          </a>
        </p>
      )}
      {checklist && <Checklist checklist={checklist} slug={slug} locale={locale} />}
      {!checklist && tabs.get("all") === 0 && (
        <EmptyState title={t("overview.empty")}>
          <p>{t("overview.emptyNext", { address: env().APP_URL + localePath(locale, `/events/${slug}`) })}</p>
        </EmptyState>
      )}
      <CurveSection curve={curve} locale={locale} title={inLocale(facets.title, locale)} />
      <CountTables slug={slug} counts={counts} tabs={tabs} locale={locale} />
      <p className={frameStyles["section"]}>
        <a href={localePath(locale, `/organise/${slug}/registrations`)}>{t("overview.seeRegistrations")}</a>
      </p>
    </OrganiserFrame>
  );
}
