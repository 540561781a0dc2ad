import type { Metadata } from "next";
import { canSeeCorrespondence } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import {
  INVITATION_TABS,
  invitationQuery,
  NONE,
  parseInvitationFilter,
  parseInvitationPage,
} from "@/lib/registrations/invitation-schema";
import { canInvite } from "@/lib/registrations/policy";
import { BOARD_PAGE, getInvitationBoard } from "@/lib/registrations/queries/invitation-board";
import { requireEvent } from "../../../_access/require";
import { EmptyState } from "../../../_frame/empty-state";
import { ListPager } from "../../../_frame/list-pager";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import { AddSection } from "./_board/add-section";
import { AnswerCounts } from "./_board/answer-counts";
import board from "./_board/board.module.css";
import { BoardFilter } from "./_board/board-filter";
import { BoardTable } from "./_board/board-table";
import { BoardTabs } from "./_board/board-tabs";
import { groupLabel, municipalityLabel } from "./_board/describe";
import { DoneNotice } from "./_board/done-notice";
import { SendLinks } from "./_board/send-links";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "invitations")("title"), robots: { index: false } };
}

/** Who is invited, who has answered what, and who has not, by group and municipality. */
export default async function InvitationsPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const here = `/organise/${slug}/invitations`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canSeeCorrespondence, path: here }, now);
  const filter = parseInvitationFilter(raw);
  const found = await getInvitationBoard(scope, filter, parseInvitationPage(raw["page"]));
  const t = translator(locale, "invitations");
  const path = localePath(locale, here);
  const mayInvite = canInvite(scope);
  const isEmpty = INVITATION_TABS.every((tab) => found.counts[tab] === 0) && invitationQuery(filter) === "";
  const unanswered = (condition: "group" | "municipality") => (value: string | null) =>
    path + invitationQuery(parseInvitationFilter({ status: "unanswered", [condition]: value ?? NONE }));
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title: found.title, role: scope.role, current: "invitations" }}
    >
      <DoneNotice raw={raw} locale={locale} />
      {isEmpty ? (
        <EmptyState title={t("empty")}>
          {scope.reach.kind === "hosted-sessions" && <p>{t("hostsNothing")}</p>}
          {mayInvite && (
            <p>
              {t("emptyNext")} <a href={`${path}/import`}>{t("import")}</a>
            </p>
          )}
        </EmptyState>
      ) : (
        <>
          <div className={board["answers"]}>
            <AnswerCounts
              heading={t("byGroup")}
              of={t("group")}
              counts={found.groups}
              label={(value) => groupLabel(value, locale)}
              href={unanswered("group")}
              locale={locale}
            />
            <AnswerCounts
              heading={t("byMunicipality")}
              of={t("municipality")}
              counts={found.municipalities}
              label={(value) => municipalityLabel(value, locale)}
              href={unanswered("municipality")}
              locale={locale}
            />
          </div>
          <BoardTabs counts={found.counts} filter={filter} locale={locale} path={path}>
            <BoardFilter board={found} filter={filter} locale={locale} path={path} />
          </BoardTabs>
          {mayInvite && <SendLinks scope={scope} filter={filter} now={now} locale={locale} path={path} />}
          {found.rows.length > 0 ? (
            <>
              <BoardTable board={found} slug={slug} locale={locale} />
              <ListPager
                {...{ page: found.page, pages: found.pages, total: found.total, locale }}
                size={BOARD_PAGE}
                shown={found.rows.length}
                to={(page) => path + invitationQuery(filter, { page: String(page) })}
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
      {mayInvite && <AddSection categories={found.categories} slug={slug} locale={locale} />}
    </OrganiserFrame>
  );
}
