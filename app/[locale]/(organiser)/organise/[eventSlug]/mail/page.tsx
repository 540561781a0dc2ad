import type { Metadata } from "next";
import { canEdit, canSeeCorrespondence } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { mailQuery, parseMailQuery } from "@/lib/reports/mail-schema";
import { findEventMail, listEventMails, MAILS_PAGE } from "@/lib/reports/queries/event-mails";
import { listSuppressedRecipients } from "@/lib/reports/queries/suppressed-addresses";
import type { RawParameters } from "@/lib/reports/schema";
import { requireEvent } from "../../../_access/require";
import { EmptyState } from "../../../_frame/empty-state";
import frameStyles from "../../../_frame/frame.module.css";
import { ListPager } from "../../../_frame/list-pager";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import { MailTable } from "./_list/mail-table";
import { MailTabs } from "./_list/mail-tabs";
import { SendAgain } from "./_list/send-again";
import { SuppressedSection } from "./_list/suppressed-section";
import { MailPages } from "./mail-pages";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<RawParameters>;
};

/** Longer than this no mail waits while anything works. */
const STUCK_AFTER_SECONDS = 15 * 60;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "eventMail")("title"), robots: { index: false } };
}

/** The event's mails, what became of each, and what can be done about those that did not arrive. */
export default async function EventMailPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const here = `/organise/${slug}/mail`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canSeeCorrespondence, path: here }, now);
  const { filter, page, mail: chosenId } = parseMailQuery(raw);
  const mayAct = canEdit(scope.role) && scope.reach.kind === "whole-event";
  const [mails, chosen, suppressed] = await Promise.all([
    listEventMails(scope, { filter, page }, now),
    mayAct && chosenId ? findEventMail(scope, chosenId) : null,
    mayAct ? listSuppressedRecipients(scope) : [],
  ]);
  const t = translator(locale, "eventMail");
  const path = localePath(locale, here);
  const done = raw["done"] === "again" || raw["done"] === "lifted" ? raw["done"] : null;
  const minutes = Math.floor((mails.oldestSeconds ?? 0) / 60);
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title: mails.title, role: scope.role, current: "mail" }}
    >
      <MailPages current="deliveries" role={scope.role} slug={slug} locale={locale} />
      {done && (
        <p className={frameStyles["notice"]} role="status">
          {t(`done.${done}`)}
        </p>
      )}
      <p>{t("intro")}</p>
      <p>
        {t("queue", { count: mails.tabs.waiting })} {mails.oldestSeconds !== null && t("oldest", { minutes })}
      </p>
      {(mails.oldestSeconds ?? 0) > STUCK_AFTER_SECONDS && (
        <p className={frameStyles["notice"]} role="alert">
          {t("stuck")}
        </p>
      )}
      {chosen && chosen.tab === "undelivered" && (
        <SendAgain mail={chosen} filter={filter} slug={slug} locale={locale} path={path} />
      )}
      {mails.tabs.all === 0 && filter.q === "" ? (
        <EmptyState title={t("empty")}>
          <p>{t("emptyNext")}</p>
        </EmptyState>
      ) : (
        <>
          <MailTabs tabs={mails.tabs} filter={filter} locale={locale} path={path} />
          {mails.rows.length > 0 ? (
            <>
              <MailTable mails={mails} filter={filter} mayAct={mayAct} locale={locale} path={path} />
              <ListPager
                {...{ page: mails.page, pages: mails.pages, total: mails.tabs[filter.state], locale }}
                size={MAILS_PAGE}
                shown={mails.rows.length}
                to={(page) => path + mailQuery(filter, { page: String(page) })}
              />
            </>
          ) : (
            <EmptyState title={t("emptyFilter")}>
              <p>
                <a href={path}>{t("clear")}</a>
              </p>
            </EmptyState>
          )}
        </>
      )}
      {suppressed.length > 0 && (
        <SuppressedSection recipients={suppressed} timeZone={mails.timeZone} slug={slug} locale={locale} />
      )}
    </OrganiserFrame>
  );
}
