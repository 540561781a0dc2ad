import type { Metadata } from "next";
import { canReadLog } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { logQuery, parseLogQuery } from "@/lib/reports/log-schema";
import { readEventLog } from "@/lib/reports/queries/event-log";
import type { RawParameters } from "@/lib/reports/schema";
import { requireEvent } from "../../../_access/require";
import { EmptyState } from "../../../_frame/empty-state";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import toolStyles from "../../../_frame/tools.module.css";
import { LogFilterForm } from "./log-filter-form";
import { LogTable } from "./log-table";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<RawParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "eventLog")("title"), robots: { index: false } };
}

/** Who did and read what at the event, filtered by what it concerns, by whom, about whom and when. */
export default async function EventLogPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const here = `/organise/${slug}/log`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canReadLog, path: here }, currentInstant());
  const { filter, before } = parseLogQuery(raw);
  const log = await readEventLog(scope, { filter, before });
  const t = translator(locale, "eventLog");
  const path = localePath(locale, here);
  const isFiltered = logQuery(filter) !== "";
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title: log.title, role: scope.role, current: "log" }}
    >
      <p>{t("intro")}</p>
      <LogFilterForm filter={filter} users={log.users} locale={locale} path={path} />
      {log.entries.length === 0 ? (
        <EmptyState title={t(isFiltered || before !== null ? "noneFound" : "none")}>
          <p>{isFiltered || before !== null ? <a href={path}>{t("clear")}</a> : t("noneNext")}</p>
        </EmptyState>
      ) : (
        <LogTable log={log} slug={slug} locale={locale} />
      )}
      {(before !== null || log.next !== null) && (
        <nav aria-label={t("pages")} className={toolStyles["pages"]}>
          {before !== null && <a href={path + logQuery(filter)}>{t("newest")}</a>}
          {log.next !== null && (
            <a rel="next" href={path + logQuery(filter, log.next)}>
              {t("older")}
            </a>
          )}
        </nav>
      )}
    </OrganiserFrame>
  );
}
