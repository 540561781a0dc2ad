/** A locked quota row: the places at one level of an event. */
export type QuotaRow = {
  readonly id: string;
  readonly categoryId: string | null;
  readonly dayId: string | null;
  readonly sessionId: string | null;
  readonly capacity: number | null;
  readonly used: number;
};

export type QuotaLevel = "event" | "category" | "day" | "session";

/** What is full: `id` is the category's, day's or session's id, empty for the event itself. */
export type FullAt = { readonly level: QuotaLevel; readonly id: string | null };

const LEVELS: readonly QuotaLevel[] = ["event", "category", "day", "session"];

/** At which level a quota counts. */
export function levelOf(quota: QuotaRow): FullAt {
  if (quota.sessionId) return { level: "session", id: quota.sessionId };
  if (quota.dayId) return { level: "day", id: quota.dayId };
  if (quota.categoryId) return { level: "category", id: quota.categoryId };
  return { level: "event", id: null };
}

/**
 * The first level without room for one more, from the event down to a session, or null when there is room everywhere.
 * `quotas` are the rows the person would take a place in; a capacity lowered below what is used counts as full.
 */
export function firstFull(quotas: readonly QuotaRow[]): FullAt | null {
  const full = quotas.filter((quota) => quota.capacity !== null && quota.used >= quota.capacity).map(levelOf);
  return full.toSorted((a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level))[0] ?? null;
}
