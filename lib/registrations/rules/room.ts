import { countsIn, type FullAt, firstFull, type Levels, type QuotaRow } from "./capacity";

/** Locked quotas on which places are given out one after another. */
export type Room = {
  /** The first level without a place for somebody on these levels, or null: all or none. */
  readonly fullFor: (levels: Levels) => FullAt | null;
  /** Takes one place at every level. */
  readonly take: (levels: Levels) => void;
  /** An event's quotas as they are now. */
  readonly quotasOf: (eventId: string) => readonly QuotaRow[];
};

/** Room as the locked rows say it is. Pure bookkeeping: what is taken here is written, and counted, by the database. */
export function roomOf(quotas: readonly QuotaRow[]): Room {
  const byEvent = new Map<string, QuotaRow[]>();
  for (const quota of quotas) byEvent.set(quota.eventId, [...(byEvent.get(quota.eventId) ?? []), quota]);
  const concerned = (levels: Levels) => (byEvent.get(levels.eventId) ?? []).filter((quota) => countsIn(quota, levels));
  return {
    fullFor: (levels) => firstFull(concerned(levels)),
    quotasOf: (eventId) => byEvent.get(eventId) ?? [],
    take(levels) {
      const rows = byEvent.get(levels.eventId) ?? [];
      byEvent.set(
        levels.eventId,
        rows.map((quota) => (countsIn(quota, levels) ? { ...quota, used: quota.used + 1 } : quota)),
      );
    },
  };
}
