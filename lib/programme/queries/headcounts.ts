import { database } from "@/lib/platform/db";

/** Confirmed people per session, all sessions in one statement. */
export async function countSignUps(sessionIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (sessionIds.length === 0) return new Map();
  const groups = await database().registrationSession.groupBy({
    by: ["sessionId"],
    where: { sessionId: { in: [...sessionIds] }, registration: { state: "CONFIRMED" } },
    _count: true,
  });
  return new Map(groups.map((group) => [group.sessionId, group._count]));
}

/** Confirmed people per day, all days in one statement. */
export async function countAttendees(dayIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (dayIds.length === 0) return new Map();
  const groups = await database().registrationDay.groupBy({
    by: ["dayId"],
    where: { dayId: { in: [...dayIds] }, registration: { state: "CONFIRMED" } },
    _count: true,
  });
  return new Map(groups.map((group) => [group.dayId, group._count]));
}
