import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import type { RegistrationRow } from "../rules/registration-row";
import type { RegistrationFilter, StatusTab } from "../schema";
import { inOrder, inTab, matching, tabOf } from "./registration-conditions";
import { type RawRow, rowColumns, rowFrom, WITHOUT_NEEDS } from "./registration-rows";

/** People on one page: what a 1280 × 800 laptop shows at once. */
export const PAGE_SIZE = 25;

/** One page of an event's registrations, and how many there are under each tab with the same filter. */
export type RegistrationPage = {
  readonly rows: readonly RegistrationRow[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  readonly tabs: ReadonlyMap<StatusTab, number>;
};

/**
 * The registrations of an event that this reader may see and the filter lets through. A page beyond the last is the last.
 * Two queries, however many rows: one counts by state, one reads the page with days and sessions.
 */
export async function listRegistrations(
  scope: EventScope,
  filter: RegistrationFilter,
  page: number,
): Promise<RegistrationPage> {
  const tabs = await countByTab(scope, filter);
  const total = tabs.get(filter.status) ?? 0;
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
  const shown = Math.min(page, pages);
  const rows = await database().$queryRaw<RawRow[]>`
    SELECT ${rowColumns(scope, WITHOUT_NEEDS)} ${fromRegistrations(scope, filter)}
    ORDER BY ${inOrder(filter.sort)} LIMIT ${PAGE_SIZE} OFFSET ${(shown - 1) * PAGE_SIZE}`;
  return { rows: rows.map((row) => rowFrom(row, scope)), page: shown, pages, total, tabs };
}

/** SQL: FROM and WHERE of exactly the registrations a filter lets through; the list and its files share it. */
export function fromRegistrations(scope: EventScope, filter: RegistrationFilter): Prisma.Sql {
  return Prisma.sql`FROM registration r JOIN category c ON c.id = r.category_id
    WHERE ${matching(scope, filter)} AND ${inTab(filter.status)}`;
}

/** How many registrations a filter lets through under each tab, whichever tab it names. */
export async function countByTab(scope: EventScope, filter: RegistrationFilter): Promise<Map<StatusTab, number>> {
  const states = await database().$queryRaw<{ state: string; n: number }[]>`
    SELECT r.state::text, count(*)::int AS n ${fromRegistrations(scope, { ...filter, status: "all" })} GROUP BY r.state`;
  const tabs = new Map<StatusTab, number>([["all", 0]]);
  for (const { state, n } of states)
    for (const tab of ["all", tabOf(state)] as const) tabs.set(tab, (tabs.get(tab) ?? 0) + n);
  return tabs;
}
