import { Temporal } from "temporal-polyfill";
import { AUDIT_ACTIONS, type AuditAction } from "@/lib/audit/actions";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import type { LogActor, LogFilter } from "../log-schema";

/** Entries on one page. */
export const LOG_PAGE = 50;

/** Whom or what an entry is about, when that has a page of its own. */
export type LogSubject =
  | { readonly kind: "registration"; readonly reference: string; readonly name: string }
  | { readonly kind: "invitation"; readonly id: string; readonly name: string };

/** One thing done or read. */
export type LogEntry = {
  readonly id: bigint;
  readonly at: Temporal.Instant;
  readonly action: AuditAction;
  readonly actor: LogActor | "USER";
  /** The user's name, or address where they have given none. */
  readonly by: string | null;
  readonly subject: LogSubject | null;
  /** Keys, counts and codes; never what somebody answered. */
  readonly detail: readonly { readonly name: string; readonly value: string }[];
};

export type EventLog = {
  readonly title: Localised;
  readonly timeZone: string;
  readonly entries: readonly LogEntry[];
  /** The entry before which the next page goes on; null on the last page. */
  readonly next: bigint | null;
  /** The users that have left an entry at this event. */
  readonly users: readonly { readonly id: string; readonly name: string }[];
};

/**
 * Who did and read what at an event, newest first, for who passed the gate of `canReadLog`. Pages go on before the last entry
 * seen, so that what is written meanwhile moves nothing.
 */
export async function readEventLog(
  scope: EventScope,
  { filter, before }: { readonly filter: LogFilter; readonly before: bigint | null },
): Promise<EventLog> {
  const { eventId } = scope;
  const event = await database().event.findUniqueOrThrow({
    where: { id: eventId },
    select: { title: true, timeZone: true },
  });
  const where = await conditions(eventId, filter, event.timeZone);
  const [rows, doers] = await Promise.all([
    where === null
      ? []
      : database().auditEntry.findMany({
          where: { ...where, ...(before === null ? {} : { id: { lt: before } }) },
          orderBy: { id: "desc" },
          take: LOG_PAGE + 1,
        }),
    database().auditEntry.findMany({
      where: { eventId, actorKind: "USER", actorId: { not: null } },
      distinct: ["actorId"],
      select: { actorId: true },
    }),
  ]);
  const page = rows.slice(0, LOG_PAGE);
  const users = await database().user.findMany({
    where: { id: { in: doers.flatMap(({ actorId }) => actorId ?? []) } },
    select: { id: true, name: true, email: true },
    orderBy: [{ name: "asc" }, { email: "asc" }],
  });
  const names = new Map(users.map(({ id, name, email }) => [id, name ?? email]));
  const subjects = await subjectsOf(
    eventId,
    page.flatMap(({ subjectId }) => subjectId ?? []),
  );
  return {
    title: localised(event.title),
    timeZone: event.timeZone,
    entries: page.map(({ id, at, action, actorKind, actorId, subjectId, detail }) => ({
      id,
      at: fromTimestamp(at),
      // Only recordAudit and the worker's own statement write entries; both know no other actions.
      action: action as AuditAction,
      actor: actorKind,
      by: actorKind === "USER" && actorId ? (names.get(actorId) ?? null) : null,
      subject: (subjectId && subjects.get(subjectId)) || null,
      detail: detailOf(detail),
    })),
    next: rows.length > LOG_PAGE ? (page.at(-1)?.id ?? null) : null,
    users: [...names].map(([id, name]) => ({ id, name })),
  };
}

/** The filter as the database asks it; null when it names a person nobody has registered. */
async function conditions(
  eventId: string,
  { topic, by, about, from, to }: LogFilter,
  timeZone: string,
): Promise<Prisma.AuditEntryWhereInput | null> {
  const subject = about
    ? await database().registration.findFirst({
        where: { eventId, reference: about.toUpperCase() },
        select: { id: true, bookingId: true },
      })
    : null;
  if (about && !subject) return null;
  const midnight = (day: string, plus: number) =>
    toTimestamp(Temporal.PlainDate.from(day).add({ days: plus }).toZonedDateTime(timeZone).toInstant());
  return {
    eventId,
    ...(topic && { action: { in: [...AUDIT_ACTIONS[topic]] } }),
    ...(by && (isUuid(by) ? { actorKind: "USER", actorId: by } : { actorKind: by as LogActor })),
    ...(subject && { subjectId: { in: [subject.id, subject.bookingId] } }),
    ...((from || to) && { at: { ...(from && { gte: midnight(from, 0) }), ...(to && { lt: midnight(to, 1) }) } }),
  };
}

async function subjectsOf(eventId: string, ids: readonly string[]): Promise<ReadonlyMap<string, LogSubject>> {
  const where = { eventId, id: { in: [...ids] } };
  const [registrations, invitations] = await Promise.all([
    database().registration.findMany({ where, select: { id: true, reference: true, name: true } }),
    database().invitation.findMany({ where, select: { id: true, name: true, email: true } }),
  ]);
  return new Map<string, LogSubject>([
    ...registrations.map(({ id, ...whose }) => [id, { kind: "registration", ...whose }] as const),
    ...invitations.map(({ id, name, email }) => [id, { kind: "invitation", id, name: name ?? email }] as const),
  ]);
}

function detailOf(detail: Prisma.JsonValue): LogEntry["detail"] {
  if (typeof detail !== "object" || detail === null || Array.isArray(detail)) return [];
  return Object.entries(detail)
    .map(([name, value]) => ({ name, value: Array.isArray(value) ? value.join(", ") : String(value) }))
    .filter(({ value }) => value !== "");
}
