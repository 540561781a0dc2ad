import type { EventScope } from "@/lib/auth/scopes";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { InvitationFilter, InvitationTab } from "../invitation-schema";
import {
  INVITATIONS,
  invitationsInTab,
  invitationsMatching,
  invitationsWithin,
  STATUS,
  UNANSWERED,
} from "./invitation-conditions";
import { type InvitationRow, type RawInvitation, rowColumns, rowOf } from "./invitation-row";

/** How many rows one page of the board holds. */
export const BOARD_PAGE = 100;

/** How a group of the invited has answered. `value` is the group's name or SCB's code; null are those without. */
export type AnswerCount = {
  readonly value: string | null;
  readonly invited: number;
  readonly accepted: number;
  readonly declined: number;
  readonly unanswered: number;
};

export type InvitationBoard = {
  readonly title: Localised;
  readonly timeZone: string;
  readonly categories: readonly { readonly key: string; readonly name: Localised }[];
  /** Of those the filter lets through, status apart. */
  readonly counts: Readonly<Record<InvitationTab, number>>;
  /** Of everybody who is invited, those with most who have not answered first. */
  readonly groups: readonly AnswerCount[];
  readonly municipalities: readonly AnswerCount[];
  readonly rows: readonly InvitationRow[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
};

/** The invitations of an event as far as this reader may see: counted, grouped by who has not answered, and listed. */
export async function getInvitationBoard(
  scope: EventScope,
  filter: InvitationFilter,
  asked: number,
): Promise<InvitationBoard> {
  const { title, timeZone, categories } = await database().event.findUniqueOrThrow({
    where: { id: scope.eventId },
    select: {
      title: true,
      timeZone: true,
      categories: { select: { key: true, name: true }, orderBy: [{ position: "asc" }, { key: "asc" }] },
    },
  });
  const counts = await countByTab(scope, filter);
  const total = counts[filter.status];
  const pages = Math.max(1, Math.ceil(total / BOARD_PAGE));
  const page = Math.min(asked, pages);
  const rows = await database().$queryRaw<RawInvitation[]>`
    SELECT ${rowColumns} FROM ${INVITATIONS}
     WHERE ${invitationsMatching(scope, filter)} AND ${invitationsInTab(filter)}
     ORDER BY i.name COLLATE "sv-x-icu", i.id LIMIT ${BOARD_PAGE} OFFSET ${(page - 1) * BOARD_PAGE}`;
  return {
    title: localised(title),
    timeZone,
    categories: categories.map(({ key, name }) => ({ key, name: localised(name) })),
    counts,
    groups: await answerCounts(scope, Prisma.sql`i.group_name`),
    municipalities: await answerCounts(scope, Prisma.sql`i.municipality_code`),
    rows: rows.map(rowOf),
    page,
    pages,
    total,
  };
}

async function countByTab(scope: EventScope, filter: InvitationFilter): Promise<Record<InvitationTab, number>> {
  const [counts] = await database().$queryRaw<Record<InvitationTab, number>[]>`
    SELECT count(*)::int AS "all",
           count(*) FILTER (WHERE status = 'UNSENT')::int AS unsent,
           count(*) FILTER (WHERE unanswered)::int AS unanswered,
           count(*) FILTER (WHERE status = 'OPENED')::int AS opened,
           count(*) FILTER (WHERE status = 'ACCEPTED')::int AS accepted,
           count(*) FILTER (WHERE status = 'DECLINED')::int AS declined,
           count(*) FILTER (WHERE status = 'WITHDRAWN')::int AS withdrawn
      FROM (SELECT ${STATUS} AS status, ${UNANSWERED} AS unanswered FROM ${INVITATIONS}
             WHERE ${invitationsMatching(scope, filter)}) counted`;
  if (!counts) throw new Error("a count gave no row");
  return counts;
}

async function answerCounts(scope: EventScope, by: Prisma.Sql): Promise<readonly AnswerCount[]> {
  return database().$queryRaw<AnswerCount[]>`
    SELECT value, count(*)::int AS invited,
           count(*) FILTER (WHERE state = 'ACCEPTED')::int AS accepted,
           count(*) FILTER (WHERE state = 'DECLINED')::int AS declined,
           count(*) FILTER (WHERE unanswered)::int AS unanswered
      FROM (SELECT ${by} AS value, i.state, ${UNANSWERED} AS unanswered
              FROM ${INVITATIONS}
             WHERE ${invitationsWithin(scope)} AND i.withdrawn_at IS NULL) counted
     GROUP BY value ORDER BY 5 DESC, value COLLATE "sv-x-icu" NULLS LAST`;
}
