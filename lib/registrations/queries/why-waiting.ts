import type { Temporal } from "temporal-polyfill";
import { fromDateColumn } from "@/lib/core/local-date";
import { localised } from "@/lib/core/localised";
import { dayInWords, type WhyWaiting } from "@/lib/i18n/waiting-reasons";
import { database } from "@/lib/platform/db";
import { countsIn, type FullAt, levelOf } from "../rules/capacity";
import { eventObstacle, type PersonObstacle, personObstacles } from "../rules/offer-obstacle";
import { getOfferingEvent, readWaiting } from "./lines";

/** What keeps somebody waiting now, or null for who does not wait. */
export async function findWhyWaiting(registrationId: string, now: Temporal.Instant): Promise<WhyWaiting | null> {
  const db = database();
  const row = await db.registration.findUnique({
    where: { id: registrationId, state: "WAITLISTED" },
    select: {
      eventId: true,
      event: { select: { title: true } },
      category: { select: { name: true } },
      days: { select: { day: { select: { id: true, date: true } } }, orderBy: { day: { date: "asc" } } },
      sessions: { select: { session: { select: { id: true, title: true } } } },
    },
  });
  if (!row) return null;
  const { eventId } = row;
  const [event, line, quotas] = await Promise.all([
    getOfferingEvent(db, eventId),
    readWaiting(db, eventId),
    db.quota.findMany({ where: { eventId }, orderBy: { id: "asc" } }),
  ]);
  const me = line.find(({ id }) => id === registrationId);
  if (!me) return null;
  const full = quotas
    .filter((quota) => countsIn(quota, me) && quota.capacity !== null && quota.used >= quota.capacity)
    .map((quota) => ({ level: levelOf(quota).level, name: nameOf(levelOf(quota), row) }));
  const obstacle = eventObstacle(event, now);
  return { full, offers: offersOf(obstacle, personObstacles(line, quotas).get(registrationId) ?? null) };
}

function offersOf(event: ReturnType<typeof eventObstacle>, mine: PersonObstacle | null): WhyWaiting["offers"] {
  if (event?.kind === "too-late") return event;
  if (event) return { kind: event.kind === "paused" ? "paused" : "none" };
  if (!mine) return { kind: "next" };
  return { kind: mine.kind === "needs-approval" ? "by-hand" : "in-turn" };
}

type Named = {
  readonly event: { readonly title: unknown };
  readonly category: { readonly name: unknown };
  readonly days: readonly { readonly day: { readonly id: string; readonly date: Date } }[];
  readonly sessions: readonly { readonly session: { readonly id: string; readonly title: unknown } }[];
};

function nameOf({ level, id }: FullAt, { event, category, days, sessions }: Named) {
  if (level === "category") return localised(category.name);
  const day = days.find((one) => one.day.id === id);
  if (day) return dayInWords(fromDateColumn(day.day.date));
  const session = sessions.find((one) => one.session.id === id);
  return localised(session?.session.title ?? event.title);
}
