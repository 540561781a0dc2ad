import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn, localDate } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { database, type Transaction } from "@/lib/platform/db";
import { settingsMark } from "../rules/event-settings";
import type { EventSettings, PlacesSetting, SettingsShown } from "../settings-schema";

export type SettingsOfEvent = SettingsShown & {
  readonly title: Localised;
  /** ISO date. */
  readonly endsOn: string;
  readonly timeZone: string;
};

const quota = { select: { capacity: true, used: true } } as const;

/** The settings of an event's registration, and what is taken at each level. Throws when the event is gone. */
export async function getEventSettings(
  { eventId }: Pick<EventScope, "eventId">,
  db: Transaction = database(),
): Promise<SettingsOfEvent> {
  const event = await db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      ...{
        title: true,
        endsOn: true,
        timeZone: true,
        access: true,
        availability: true,
        waitingList: true,
        approval: true,
      },
      ...{ invitationsForwardable: true, offerHours: true, registrationOpensOn: true, openToAllOn: true },
      ...{ lastRegistrationDay: true, lastEditDay: true, lastFreeCancelDay: true, lastCancelDay: true },
      ...{ lastNamingDay: true, lastTopicDay: true, lastCateringDay: true },
      quotas: {
        where: { categoryId: null, dayId: null, sessionId: null, voucherId: null },
        ...quota,
      },
      categories: { select: { id: true, name: true, quota }, orderBy: [{ position: "asc" }, { key: "asc" }] },
      days: { select: { id: true, date: true, quota }, orderBy: { date: "asc" } },
      sessions: {
        where: { signUp: true, cancelledAt: null },
        select: { id: true, title: true, startsAt: true, quota },
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      },
    },
  });
  const { title, endsOn, timeZone, quotas, categories, days, sessions, ...rest } = event;
  const taken = (row: { capacity: number | null; used: number } | null | undefined) => ({
    capacity: row?.capacity ?? null,
    used: row?.used ?? 0,
  });
  const places: PlacesSetting[] = [
    { key: "event", level: "event", name: null, date: null, ...taken(quotas[0]) },
    ...categories.map(({ id, name, ...row }) => {
      return { key: id, level: "category", name: localised(name), date: null, ...taken(row.quota) } as const;
    }),
    ...days.map(({ id, date, ...row }) => {
      return { key: id, level: "day", name: null, date: fromDateColumn(date).toString(), ...taken(row.quota) } as const;
    }),
    ...sessions.map(({ id, title: name, startsAt, ...row }) => {
      const date = localDate(fromTimestamp(startsAt), timeZone).toString();
      return { key: id, level: "session", name: localised(name), date, ...taken(row.quota) } as const;
    }),
  ];
  const day = (column: Date | null) => column && fromDateColumn(column).toString();
  const settings: EventSettings = {
    ...rest,
    registrationOpensOn: day(rest.registrationOpensOn),
    openToAllOn: day(rest.openToAllOn),
    lastRegistrationDay: day(rest.lastRegistrationDay),
    lastEditDay: day(rest.lastEditDay),
    lastFreeCancelDay: day(rest.lastFreeCancelDay),
    lastCancelDay: day(rest.lastCancelDay),
    lastNamingDay: day(rest.lastNamingDay),
    lastTopicDay: day(rest.lastTopicDay),
    lastCateringDay: day(rest.lastCateringDay),
    places,
  };
  return {
    title: localised(title),
    endsOn: fromDateColumn(endsOn).toString(),
    timeZone,
    settings,
    mark: settingsMark(settings),
  };
}
