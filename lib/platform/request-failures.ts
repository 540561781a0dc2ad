import { isUnavailable } from "@/lib/platform/database-errors";
import { log } from "@/lib/platform/log";

/** Why a request was not answered as meant: the database cannot serve right now, or the unexpected. */
export type RequestFailure = "unavailable" | "unexpected";

// The framework's bundle records and the server's bundle asks: two copies of this module in one process.
const shared = globalThis as { samlingRequestFailures?: Map<string, RequestFailure> };
const MOST_REMEMBERED = 1_000;

function failures(): Map<string, RequestFailure> {
  shared.samlingRequestFailures ??= new Map();
  return shared.samlingRequestFailures;
}

/** Logs what made a request fail under its id, and remembers the kind until the answer leaves. */
export function recordRequestFailure(id: string, route: string, error: unknown): void {
  log.error({ id, route, err: error }, "request failed");
  const known = failures();
  const [oldest] = known.keys();
  if (known.size >= MOST_REMEMBERED && oldest !== undefined) known.delete(oldest);
  known.set(id, isUnavailable(error) ? "unavailable" : "unexpected");
}

/** What was recorded of a request; forgotten by being asked. */
export function takeRequestFailure(id: string): RequestFailure {
  const failure = failures().get(id) ?? "unexpected";
  failures().delete(id);
  return failure;
}
