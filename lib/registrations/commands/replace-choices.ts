import type { Transaction } from "@/lib/platform/db";

type Moved = { readonly added: readonly string[]; readonly removed: readonly string[] };

/** Removes and adds chosen days and sessions. Their quotas must be locked; the triggers count them. */
export async function replaceChoices(
  tx: Transaction,
  {
    registrationId,
    eventId,
    days,
    sessions,
  }: { readonly registrationId: string; readonly eventId: string; readonly days: Moved; readonly sessions: Moved },
): Promise<void> {
  if (sessions.removed.length > 0) {
    await tx.registrationSession.deleteMany({ where: { registrationId, sessionId: { in: [...sessions.removed] } } });
  }
  if (days.removed.length > 0) {
    await tx.registrationDay.deleteMany({ where: { registrationId, dayId: { in: [...days.removed] } } });
  }
  if (days.added.length > 0) {
    await tx.registrationDay.createMany({ data: days.added.map((dayId) => ({ registrationId, eventId, dayId })) });
  }
  if (sessions.added.length > 0) {
    await tx.registrationSession.createMany({
      data: sessions.added.map((sessionId) => ({ registrationId, eventId, sessionId })),
    });
  }
}
