/** A quota row as it was under lock: the places at one level of an event. */
export type QuotaRow = {
  readonly id: string;
  readonly eventId: string;
  readonly categoryId: string | null;
  readonly dayId: string | null;
  readonly sessionId: string | null;
  readonly voucherId: string | null;
  readonly capacity: number | null;
  readonly used: number;
};

/** The levels of one event at which a person takes a place; the event's own is always among them. */
export type Levels = {
  readonly eventId: string;
  /** Empty where only days and sessions are moved between, the category staying as it is. */
  readonly categoryId: string | null;
  readonly dayIds: readonly string[];
  readonly sessionIds: readonly string[];
  readonly voucherId: string | null;
};

export type QuotaLevel = "event" | "category" | "day" | "session" | "voucher";

/** What is full: `id` is the category's, day's, session's or voucher's id, empty for the event itself. */
export type FullAt = { readonly level: QuotaLevel; readonly id: string | null };

const LEVELS: readonly QuotaLevel[] = ["voucher", "event", "category", "day", "session"];

/** At which level a quota counts. */
export function levelOf(quota: QuotaRow): FullAt {
  if (quota.sessionId) return { level: "session", id: quota.sessionId };
  if (quota.dayId) return { level: "day", id: quota.dayId };
  if (quota.categoryId) return { level: "category", id: quota.categoryId };
  if (quota.voucherId) return { level: "voucher", id: quota.voucherId };
  return { level: "event", id: null };
}

/**
 * The first level without room for one more, from a spent voucher over the event down to a session, or null when there is
 * room everywhere. `quotas` are the rows the person would take a place in; a capacity lowered below what is used is full.
 */
export function firstFull(quotas: readonly QuotaRow[]): FullAt | null {
  const full = quotas.filter((quota) => quota.capacity !== null && quota.used >= quota.capacity).map(levelOf);
  return full.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))[0] ?? null;
}

/** Whether somebody on these levels takes a place in this quota. */
export function countsIn(quota: QuotaRow, levels: Levels): boolean {
  if (quota.eventId !== levels.eventId) return false;
  if (quota.sessionId) return levels.sessionIds.includes(quota.sessionId);
  if (quota.dayId) return levels.dayIds.includes(quota.dayId);
  if (quota.categoryId) return quota.categoryId === levels.categoryId;
  if (quota.voucherId) return quota.voucherId === levels.voucherId;
  return true;
}
