import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { readChangeRequests } from "@/lib/registrations/commands/read-change-requests";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { requireEvent } from "../../../_access/require";
import { EmptyState } from "../../../_frame/empty-state";
import frameStyles from "../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import { ChangeToAnswer } from "./change-to-answer";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<{ readonly needs?: string | string[]; readonly done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "changeRequests")("title"), robots: { index: false } };
}

/** Changes that wait for the organiser's yes or no, oldest first. */
export default async function ChangeRequestsPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug }, query] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const path = `/organise/${slug}/change-requests`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path }, now);
  const [facets, requests] = await Promise.all([
    getEventFacets(scope),
    readChangeRequests(scope, query.needs === "open", now),
  ]);
  const t = translator(locale, "changeRequests");
  const hidesDiet = requests.some(({ changesDiet, diet }) => changesDiet && diet === null);
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title: facets.title, role: scope.role, current: "changeRequests" }}
    >
      {query.done === "answered" && (
        <p className={frameStyles["notice"]} role="status">
          {t("answered")}
        </p>
      )}
      <p>{t("lead")}</p>
      {requests.length === 0 && <EmptyState title={t("none")}>{null}</EmptyState>}
      {hidesDiet && (
        <p>
          <a href={localePath(locale, `${path}?needs=open`)}>{t("dietOpen")}</a>
        </p>
      )}
      {requests.map((change) => (
        <ChangeToAnswer key={change.id} change={change} slug={slug} timeZone={facets.timeZone} locale={locale} />
      ))}
    </OrganiserFrame>
  );
}
