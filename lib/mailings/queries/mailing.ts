import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { database } from "@/lib/platform/db";
import { parseFilter, type RawParameters, type RegistrationFilter } from "@/lib/reports/schema";

/** How far a mailing has come: how many of its mails wait, have left, and will not leave. */
export type Progress = {
  readonly waiting: number;
  readonly sent: number;
  readonly failed: number;
  readonly passed: number;
};

export type Mailing = {
  readonly id: string;
  readonly state: "DRAFT" | "QUEUED" | "STOPPED";
  readonly subjectSv: string;
  readonly bodySv: string;
  readonly subjectEn: string | null;
  readonly bodyEn: string | null;
  readonly filter: RegistrationFilter;
  readonly revision: number;
  readonly recipients: number | null;
  readonly leavesAt: Temporal.Instant | null;
  readonly createdAt: Temporal.Instant;
};

const columns = {
  id: true,
  state: true,
  subjectSv: true,
  bodySv: true,
  subjectEn: true,
  bodyEn: true,
  filter: true,
  revision: true,
  recipients: true,
  leavesAt: true,
  createdAt: true,
} as const;

/** One of the event's mailings, or null. */
export async function findMailing(scope: EventScope, id: string): Promise<Mailing | null> {
  if (!isUuid(id)) return null;
  const row = await database().mailing.findFirst({ where: { id, eventId: scope.eventId }, select: columns });
  return row && mailingOf(row);
}

/** All of the event's mailings, the newest first, and how far each has come. */
export async function listMailings(
  scope: EventScope,
): Promise<{ readonly mailings: readonly Mailing[]; readonly progress: ReadonlyMap<string, Progress> }> {
  const rows = await database().mailing.findMany({
    where: { eventId: scope.eventId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: columns,
  });
  const ids = rows.filter(({ state }) => state !== "DRAFT").map(({ id }) => id);
  return { mailings: rows.map(mailingOf), progress: await progressOf(ids) };
}

/** How far these mailings have come. */
export async function progressOf(ids: readonly string[]): Promise<ReadonlyMap<string, Progress>> {
  if (ids.length === 0) return new Map();
  const rows = await database().$queryRaw<(Progress & { id: string })[]>`
    SELECT params ->> 'mailing' AS id,
           count(*) FILTER (WHERE state IN ('QUEUED', 'SENDING'))::int AS waiting,
           count(*) FILTER (WHERE state = 'SENT')::int AS sent,
           count(*) FILTER (WHERE state IN ('FAILED', 'SUPPRESSED'))::int AS failed,
           count(*) FILTER (WHERE state = 'OBSOLETE')::int AS passed
      FROM outbox_mail WHERE message = 'mailing' AND params ->> 'mailing' = ANY(${ids}::text[]) GROUP BY 1`;
  return new Map(rows.map(({ id, ...progress }) => [id, progress]));
}

/** One mail of a mailing: to whom, and what became of it. */
export type Delivery = {
  readonly reference: string;
  readonly name: string;
  readonly email: string;
  readonly state: "QUEUED" | "SENDING" | "SENT" | "FAILED" | "SUPPRESSED" | "OBSOLETE";
  readonly sentAt: Temporal.Instant | null;
};
export const DELIVERIES_A_PAGE = 50;

/** To whom a mailing went, by name, a page at a time; a page beyond the last is the last. */
export async function listDeliveries(
  scope: EventScope,
  mailingId: string,
  page: number,
): Promise<{
  readonly deliveries: readonly Delivery[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}> {
  const [counted] = await database().$queryRaw<[{ n: number }]>`
    SELECT count(*)::int AS n FROM outbox_mail
     WHERE event_id = ${scope.eventId}::uuid AND message = 'mailing' AND params ->> 'mailing' = ${mailingId}`;
  const pages = Math.max(1, Math.ceil(counted.n / DELIVERIES_A_PAGE));
  const shown = Math.min(page, pages);
  const rows = await database().$queryRaw<(Omit<Delivery, "sentAt"> & { sentAt: Date | null })[]>`
    SELECT r.reference, r.name, m.to_email AS email, m.state::text AS state, m.sent_at AS "sentAt"
      FROM outbox_mail m JOIN registration r ON r.id = m.registration_id
     WHERE m.event_id = ${scope.eventId}::uuid AND m.message = 'mailing' AND m.params ->> 'mailing' = ${mailingId}
     ORDER BY r.name COLLATE "sv-x-icu", r.id LIMIT ${DELIVERIES_A_PAGE} OFFSET ${(shown - 1) * DELIVERIES_A_PAGE}`;
  const deliveries = rows.map((row) => ({ ...row, sentAt: row.sentAt && fromTimestamp(row.sentAt) }));
  return { deliveries, page: shown, pages, total: counted.n };
}

type Row = Omit<Mailing, "filter" | "leavesAt" | "createdAt"> & {
  filter: unknown;
  leavesAt: Date | null;
  createdAt: Date;
};

function mailingOf({ filter, leavesAt, createdAt, ...row }: Row): Mailing {
  return {
    ...row,
    filter: parseFilter(filter as RawParameters).filter,
    leavesAt: leavesAt && fromTimestamp(leavesAt),
    createdAt: fromTimestamp(createdAt),
  };
}
