import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getEventRules } from "@/lib/reminders/queries/event-rules";
import { listRuns } from "@/lib/reminders/queries/event-runs";
import { parsePage, type RawParameters } from "@/lib/reports/schema";
import { requireEvent } from "../../../../_access/require";
import { EmptyState } from "../../../../_frame/empty-state";
import frameStyles from "../../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { MailPages } from "../mail-pages";
import { DoneNotice } from "./_parts/done-notice";
import { Ladders } from "./_parts/ladders";
import { RuleList } from "./_parts/rule-list";
import { RunHistory } from "./_parts/run-history";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<RawParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "reminders")("title"), robots: { index: false } };
}

/** Whom the event reminds and when, the ladders to switch on, and what has been sent and missed. */
export default async function RemindersPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const here = `/organise/${slug}/mail/reminders`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path: here }, now);
  const [event, history] = await Promise.all([getEventRules(scope, now), listRuns(scope, parsePage(raw))]);
  const t = translator(locale, "reminders");
  const path = localePath(locale, here);
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title: event.title, role: scope.role, current: "mail" }}
    >
      <MailPages current="reminders" role={scope.role} slug={slug} locale={locale} />
      <DoneNotice done={raw["done"]} locale={locale} />
      <p>{t("intro")}</p>
      {!event.isPublished && <p className={frameStyles["notice"]}>{t("unpublished")}</p>}
      {event.rules.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      ) : (
        <section className={frameStyles["section"]} aria-labelledby="rules">
          <h2 id="rules">{t("list")}</h2>
          <RuleList event={event} slug={slug} locale={locale} now={now} />
        </section>
      )}
      <p>
        <a href={`${path}/new`}>{t("add")}</a>
      </p>
      <Ladders event={event} slug={slug} locale={locale} />
      <RunHistory history={history} timeZone={event.timeZone} path={path} locale={locale} />
    </OrganiserFrame>
  );
}
