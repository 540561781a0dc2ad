import type { Temporal } from "temporal-polyfill";
import { canSeeProtected } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { type Localised, localised } from "@/lib/core/localised";
import { searchPatterns } from "@/lib/core/search-patterns";
import { type WhyUndelivered, whyUndelivered } from "@/lib/mail/rules/why-undelivered";
import { database } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { MAIL_TABS, type MailFilter, type MailTab } from "../mail-schema";
import { withinScope } from "./registration-conditions";

/** Mails on one page. */
export const MAILS_PAGE = 25;

/** One mail of the event's, and what became of it. */
export type EventMail = {
  readonly id: string;
  readonly name: string | null;
  readonly email: string;
  readonly message: string;
  readonly tab: Exclude<MailTab, "all">;
  readonly why: WhyUndelivered | null;
  /** When it left or failed; when it is due while it waits; else when it was asked for. */
  readonly at: Temporal.Instant;
  /** Whom it is about, when that has a page. */
  readonly reference: string | null;
  readonly invitationId: string | null;
};

export type EventMails = {
  readonly title: Localised;
  readonly timeZone: string;
  readonly rows: readonly EventMail[];
  readonly page: number;
  readonly pages: number;
  readonly tabs: Readonly<Record<MailTab, number>>;
  /** How long the oldest due mail has waited, in seconds; null when none does. */
  readonly oldestSeconds: number | null;
};

type Row = {
  id: string;
  name: string | null;
  email: string;
  message: string;
  tab: Exclude<MailTab, "all">;
  last_error: string | null;
  at: Date;
  reference: string | null;
  invitation_id: string | null;
};

const TAB = Prisma.sql`CASE
  WHEN m.state IN ('QUEUED', 'SENDING') THEN 'waiting' WHEN m.state = 'SENT' THEN 'sent' WHEN m.state = 'OBSOLETE' THEN 'obsolete'
  WHEN m.last_error = 'declined' THEN 'declined' ELSE 'undelivered' END`;

/** The event's mails that this reader may know of and the filter lets through, newest first, and how many there are of each kind. */
export async function listEventMails(
  scope: EventScope,
  { filter, page }: { readonly filter: MailFilter; readonly page: number },
  now: Temporal.Instant,
): Promise<EventMails> {
  const [event, counts, oldest] = await Promise.all([
    database().event.findUniqueOrThrow({ where: { id: scope.eventId }, select: { title: true, timeZone: true } }),
    database().$queryRaw<{ tab: Exclude<MailTab, "all">; n: number }[]>`
      SELECT ${TAB} AS tab, count(*)::int AS n ${fromMails(scope, filter.q)} GROUP BY 1`,
    database().$queryRaw<{ due: Date | null }[]>`
      SELECT min(m.not_before) AS due ${fromMails(scope, "")} AND m.state = 'QUEUED' AND m.not_before <= ${toTimestamp(now)}`,
  ]);
  const tabs = Object.fromEntries(MAIL_TABS.map((tab) => [tab, 0])) as Record<MailTab, number>;
  for (const { tab, n } of counts) for (const each of ["all", tab] as const) tabs[each] += n;
  const pages = Math.max(1, Math.ceil(tabs[filter.state] / MAILS_PAGE));
  const shown = Math.min(page, pages);
  const inTab = filter.state === "all" ? Prisma.sql`TRUE` : Prisma.sql`${TAB} = ${filter.state}`;
  const rows = await database().$queryRaw<Row[]>`
    SELECT ${COLUMNS} ${fromMails(scope, filter.q)} AND ${inTab}
     ORDER BY m.created_at DESC, m.id DESC LIMIT ${MAILS_PAGE} OFFSET ${(shown - 1) * MAILS_PAGE}`;
  const due = oldest[0]?.due;
  return {
    title: localised(event.title),
    timeZone: event.timeZone,
    rows: rows.map(mailOf),
    page: shown,
    pages,
    tabs,
    oldestSeconds: due ? Math.round(now.since(fromTimestamp(due)).total("seconds")) : null,
  };
}

/** One of the mails that `listEventMails` lists, or null. */
export async function findEventMail(scope: EventScope, id: string): Promise<EventMail | null> {
  const [row] = await database().$queryRaw<Row[]>`SELECT ${COLUMNS} ${fromMails(scope, "")} AND m.id = ${id}::uuid`;
  return row ? mailOf(row) : null;
}

const COLUMNS = Prisma.sql`m.id, coalesce(r.name, m.to_name) AS name, m.to_email AS email, m.message, ${TAB} AS tab, m.last_error,
  coalesce(m.sent_at, m.failed_at, CASE WHEN m.state IN ('QUEUED', 'SENDING') THEN m.not_before ELSE m.created_at END) AS at,
  r.reference, m.invitation_id`;

/** SQL: mails `m` about registrations this reader may know of; those about nobody's registration for who sees the whole event. */
function fromMails(scope: EventScope, q: string): Prisma.Sql {
  const others =
    scope.reach.kind === "whole-event"
      ? Prisma.sql`m.registration_id IS NULL AND (${canSeeProtected(scope.role)} OR NOT EXISTS (
          SELECT 1 FROM registration p WHERE p.event_id = m.event_id AND p.protected_identity
             AND (p.booking_id = m.booking_id OR p.email_normalised = lower(m.to_email))))`
      : Prisma.sql`FALSE`;
  const searched = searchPatterns(q).map(
    (
      pattern,
    ) => Prisma.sql`(lower(coalesce(r.name, m.to_name, '') COLLATE "sv-x-icu") LIKE lower(${pattern}::text COLLATE "sv-x-icu")
      ESCAPE '\\' OR lower(m.to_email) LIKE lower(${pattern}::text) ESCAPE '\\')`,
  );
  return Prisma.sql`FROM outbox_mail m LEFT JOIN registration r ON r.id = m.registration_id
    WHERE ${Prisma.join(
      [
        Prisma.sql`m.event_id = ${scope.eventId}::uuid`,
        Prisma.sql`((m.registration_id IS NOT NULL AND ${withinScope(scope)}) OR (${others}))`,
        ...searched,
      ],
      " AND ",
    )}`;
}

function mailOf({ last_error, at, invitation_id, tab, ...row }: Row): EventMail {
  const why = tab === "sent" && !last_error?.startsWith("DSN delayed") ? null : whyUndelivered(last_error);
  return { ...row, tab, why: tab === "obsolete" ? null : why, at: fromTimestamp(at), invitationId: invitation_id };
}
