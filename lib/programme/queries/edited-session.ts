import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { isUuid } from "@/lib/core/ids";
import { localDate } from "@/lib/core/local-date";
import { type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { ownEnglish, writtenPrice } from "@/lib/core/written";
import { sectionMark } from "@/lib/events/rules/section";
import { database, type Transaction } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { canEditSession, editsOnlySessionsOf } from "../policy";
import { OTHER_DAY } from "../schema";
import { wallClock } from "./edited-programme";

export type SessionFields = Readonly<Record<string, string>>;

const columns = {
  ...{ id: true, dayId: true, trackId: true, roomId: true, hostOrganisationId: true, kind: true, title: true },
  ...{ abstract: true, startsAt: true, endsAt: true, signUp: true, priceOre: true, cancelledAt: true },
  event: { select: { timeZone: true } },
  quota: { select: { capacity: true, used: true } },
  speakers: { select: { speakerId: true, part: true }, orderBy: [{ position: "asc" }, { speakerId: "asc" }] },
  _count: { select: { registrations: true, waiting: true, materials: true } },
} satisfies Prisma.SessionSelect;

type Row = Prisma.SessionGetPayload<{ select: typeof columns }>;

/** A session's row for who edits it, or null where the event has none such. */
export function findSessionRow(eventId: string, id: string, db: Transaction = database()): Promise<Row | null> {
  return isUuid(id) ? db.session.findFirst({ where: { id, eventId }, select: columns }) : Promise.resolve(null);
}

/** A session as the fields of its form. */
export function sessionFields(row: Row): SessionFields {
  const { timeZone } = row.event;
  const title: Localised = localised(row.title);
  const abstract = localisedOrNull(row.abstract);
  const startsAt = fromTimestamp(row.startsAt);
  return {
    ...{ titleSv: title.sv, titleEn: ownEnglish(title), abstractSv: abstract?.sv ?? "" },
    ...{ abstractEn: ownEnglish(abstract), kind: row.kind, day: row.dayId ?? OTHER_DAY },
    date: row.dayId ? "" : localDate(startsAt, timeZone).toString(),
    starts: wallClock(startsAt, timeZone),
    ends: wallClock(fromTimestamp(row.endsAt), timeZone),
    ...{ room: row.roomId ?? "", track: row.trackId ?? "", host: row.hostOrganisationId ?? "" },
    ...{ signUp: row.signUp ? "on" : "", places: String(row.quota?.capacity ?? "") },
    price: row.priceOre === 0 ? "" : writtenPrice(row.priceOre),
    ...Object.fromEntries(
      row.speakers.flatMap(({ speakerId, part }, index) => [
        [`speakers.s${index + 1}.speaker`, speakerId],
        [`speakers.s${index + 1}.part`, part],
      ]),
    ),
  };
}

/** A session to edit, with its mark and how many are concerned; null for who may not change it. */
export async function getEditedSession(scope: EventScope, id: string) {
  const row = await findSessionRow(scope.eventId, id);
  if (!row || !canEditSession(scope, row)) return null;
  const fields = sessionFields(row);
  return {
    id: row.id,
    fields,
    mark: sectionMark(fields),
    isCancelled: row.cancelledAt !== null,
    /** Registrations that have chosen it, cancelled ones included: what keeps it from being deleted. */
    concerned: row._count.registrations + row._count.waiting,
    /** Slides and other materials, which would go with it. */
    materials: row._count.materials,
    taken: row.quota?.used ?? 0,
  };
}

/**
 * What a session's host and speakers are chosen among: the event's co-organisers, and the organisation's speakers with those who
 * are in the programme already. A co-organiser sees its own speakers, never another organisation's list.
 */
export async function sessionChoices(scope: EventScope, db: Transaction = database()) {
  const { eventId, organisationId } = scope;
  const host = editsOnlySessionsOf(scope);
  const partners = await db.coOrganiser.findMany({
    where: { eventId },
    select: { organisation: { select: { id: true, name: true } } },
    orderBy: [{ position: "asc" }, { organisationId: "asc" }],
  });
  const hosts = partners.map(({ organisation }) => organisation);
  const speakers = await db.speaker.findMany({
    where: {
      OR: [
        { organisationId: host ?? organisationId },
        { sessions: { some: { session: { eventId, ...(host !== null && { hostOrganisationId: host }) } } } },
      ],
    },
    select: { id: true, name: true, affiliation: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return { hosts, speakers };
}
