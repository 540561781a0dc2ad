import { isUnavailable } from "@/lib/platform/database-errors";
import { log } from "@/lib/platform/log";

/**
 * Why a request was not answered as meant: the database cannot serve right now, the unexpected, or a form that no page of
 * ours made or sent.
 */
export type RequestFailure = "unavailable" | "unexpected" | "refused";

/** What the framework tells of a request that failed. */
export type FailedRequest = { readonly id: string; readonly route: string; readonly readingForm: boolean };

// The framework's bundle records and the server's bundle asks: two copies of this module in one process.
const shared = globalThis as { samlingRequestFailures?: Map<string, RequestFailure>; samlingActions?: Set<string> };
const MOST_REMEMBERED = 1_000;

function failures(): Map<string, RequestFailure> {
  shared.samlingRequestFailures ??= new Map();
  return shared.samlingRequestFailures;
}

function actionsBegun(): Set<string> {
  shared.samlingActions ??= new Set();
  return shared.samlingActions;
}

/** Remembers that a request's form was read and let in by its action: what fails from here on is not the sender's doing. */
export function noteActionBegun(id: string): void {
  const begun = actionsBegun();
  forgetOldest(begun);
  begun.add(id);
}

/**
 * Remembers what kind of failure this was until the answer leaves, and logs under its id what is ours to mend. A form that
 * the framework could not read, or its action did not let in, is the sender's doing.
 */
export function recordRequestFailure({ id, route, readingForm }: FailedRequest, error: unknown): void {
  // The framework tells of one failure at several levels; the first knows best.
  if (failures().has(id)) return;
  const failure = kindOf(error, readingForm && !actionsBegun().has(id));
  if (failure === "refused") log.warn({ id, route }, "form refused");
  else log.error({ id, route, err: error }, "request failed");
  const known = failures();
  forgetOldest(known);
  known.set(id, failure);
}

/** What was recorded of a request; forgotten, with all else about it, by being asked. */
export function takeRequestFailure(id: string): RequestFailure {
  const failure = failures().get(id) ?? "unexpected";
  failures().delete(id);
  actionsBegun().delete(id);
  return failure;
}

function kindOf(error: unknown, isUnread: boolean): RequestFailure {
  if (isUnavailable(error)) return "unavailable";
  return isUnread ? "refused" : "unexpected";
}

function forgetOldest(known: Map<string, unknown> | Set<string>): void {
  const [oldest] = known.keys();
  if (known.size >= MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
}
