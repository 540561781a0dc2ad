import { canSeeNotes, canSeeProtected, canSeeRegistrations } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { searchPatterns } from "@/lib/core/search-patterns";
import { Prisma } from "@/lib/platform/generated/client";
import type { RegistrationFilter, Sort, StatusTab } from "../schema";

const STATES: Record<Exclude<StatusTab, "all">, readonly string[]> = {
  confirmed: ["CONFIRMED"],
  pending: ["PENDING_APPROVAL"],
  held: ["HELD"],
  offered: ["OFFERED"],
  waitlisted: ["WAITLISTED"],
  ended: ["DECLINED", "LAPSED", "REJECTED", "CANCELLED", "SUBSTITUTED"],
};

/** The tab a state is listed under. */
export function tabOf(state: string): StatusTab {
  for (const [tab, states] of Object.entries(STATES)) if (states.includes(state)) return tab as StatusTab;
  throw new Error(`no tab for the state ${state}`);
}

/** SQL: the registrations `r` this reader may know of at all. Every read of this domain begins with it. */
export function withinScope(scope: EventScope): Prisma.Sql {
  return Prisma.join(
    [
      Prisma.sql`r.event_id = ${scope.eventId}::uuid`,
      ...(canSeeProtected(scope.role) ? [] : [Prisma.sql`NOT r.protected_identity`]),
      ...(scope.reach.kind === "hosted-sessions"
        ? [
            Prisma.sql`EXISTS (SELECT 1 FROM registration_session rs WHERE rs.registration_id = r.id AND ${reachedSession(scope)})`,
          ]
        : []),
    ],
    " AND ",
  );
}

/** SQL: the chosen sessions `rs` this reader may know of. */
export function reachedSession(scope: EventScope): Prisma.Sql {
  return scope.reach.kind === "whole-event"
    ? Prisma.sql`TRUE`
    : Prisma.sql`rs.session_id IN (SELECT id FROM session WHERE event_id = ${scope.eventId}::uuid
        AND host_organisation_id = ${scope.reach.organisationId}::uuid)`;
}

/**
 * SQL: the registrations `r` of category `c` that a filter lets through, status apart. What a reader may not see cannot be
 * filtered by either, or a filter would tell.
 */
export function matching(scope: EventScope, filter: RegistrationFilter): Prisma.Sql {
  const details = canSeeRegistrations(scope.role);
  const answers = details && scope.reach.kind === "whole-event";
  const conditions = [withinScope(scope), ...searchPatterns(filter.q).map((pattern) => found(pattern, details))];
  if (details && filter.category) conditions.push(Prisma.sql`c.key = ${filter.category}`);
  if (details && filter.municipality) conditions.push(Prisma.sql`r.municipality_code = ${filter.municipality}`);
  if (details && filter.day)
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM registration_day rd JOIN event_day d ON d.id = rd.day_id
      WHERE rd.registration_id = r.id AND d.date = ${filter.day}::date)`);
  if (details && filter.session)
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM registration_session rs
      WHERE rs.registration_id = r.id AND rs.session_id = ${filter.session}::uuid AND ${reachedSession(scope)})`);
  if (seesNotes(scope) && filter.tag)
    conditions.push(Prisma.sql`EXISTS (SELECT 1 FROM registration_tag rt JOIN tag t ON t.id = rt.tag_id
      WHERE rt.registration_id = r.id AND t.event_id = r.event_id AND t.key = ${filter.tag})`);
  if (answers && filter.answer) conditions.push(answered(filter.answer));
  return Prisma.join(conditions, " AND ");
}

/** Whether this reader may see and filter by the organisation's own tags and notes. */
export function seesNotes({ role, reach }: EventScope): boolean {
  return canSeeNotes(role) && reach.kind === "whole-event";
}

/** SQL: the states of a tab. */
export function inTab(tab: StatusTab): Prisma.Sql {
  return tab === "all"
    ? Prisma.sql`TRUE`
    : Prisma.sql`r.state IN (${Prisma.join(STATES[tab].map((state) => Prisma.sql`${state}::registration_state`))})`;
}

/** SQL: the order of a list; the id settles ties, so that no row is on two pages. */
export function inOrder(sort: Sort): Prisma.Sql {
  const direction = sort.descending ? Prisma.sql`DESC` : Prisma.sql`ASC`;
  const key = {
    name: Prisma.sql`r.name COLLATE "sv-x-icu"`,
    organisation: Prisma.sql`r.organisation_name COLLATE "sv-x-icu"`,
    category: Prisma.sql`c.position`,
    status: Prisma.sql`r.state`,
    registered: Prisma.sql`r.created_at`,
  }[sort.by];
  return Prisma.sql`${key} ${direction} NULLS LAST, r.id`;
}

/** ICU's lower case, whatever the cluster's locale: ÅSA is found by åsa, and Asa by neither. */
function found(pattern: string, details: boolean): Prisma.Sql {
  const texts = [Prisma.sql`r.name`, Prisma.sql`r.organisation_name`, ...(details ? [Prisma.sql`r.email`] : [])];
  const each = texts.map(
    (text) => Prisma.sql`lower(${text} COLLATE "sv-x-icu") LIKE lower(${pattern}::text COLLATE "sv-x-icu") ESCAPE '\\'`,
  );
  return Prisma.sql`(${Prisma.join(each, " OR ")})`;
}

/** One answer is text or yes/no; several are an array. */
function answered({ question, value }: { question: string; value: string }): Prisma.Sql {
  return Prisma.sql`CASE jsonb_typeof(r.answers -> ${question}::text)
    WHEN 'array' THEN r.answers -> ${question}::text @> to_jsonb(${value}::text)
    ELSE r.answers ->> ${question}::text = ${value} END`;
}
