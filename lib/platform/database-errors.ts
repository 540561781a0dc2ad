/** What the driver adapter keeps of Postgres' own error: SQLSTATE, its kind and its message. */
type Cause = { readonly originalCode?: string; readonly originalMessage?: string; readonly kind?: string };

function codeAndCause(error: unknown): { code: string; cause: Cause; message: string } {
  if (!(error instanceof Error)) return { code: "", cause: {}, message: "" };
  const { code, meta } = error as { code?: unknown; meta?: { driverAdapterError?: { cause?: Cause } } };
  const own = (error as { cause?: Cause }).cause;
  return {
    code: typeof code === "string" ? code : "",
    cause: meta?.driverAdapterError?.cause ?? own ?? {},
    message: error.message,
  };
}

/** Another transaction was in the way: serialization failure, deadlock, or a unique value taken in the same moment. */
export function isConflict(error: unknown): boolean {
  const { code, cause } = codeAndCause(error);
  return (
    ["P2034", "P2002"].includes(code) ||
    ["40001", "40P01", "23505"].includes(cause.originalCode ?? "") ||
    cause.kind === "TransactionWriteConflict"
  );
}

/** The database's last guard spoke: a quota would have been oversold (trigger `quota_not_oversold`). */
export function isOversold(error: unknown): boolean {
  const { cause, message } = codeAndCause(error);
  return (
    (cause.originalCode === "23514" || message.includes("23514")) &&
    /quota \S+ is full/.test(cause.originalMessage ?? message)
  );
}

// Prisma: unreachable, timed out, connection closed, pool exhausted, transaction not started in time, retry exhausted.
const UNAVAILABLE = ["P1001", "P1002", "P1003", "P1008", "P1011", "P1017", "P2024", "P2028", "P2034", "P2037"];
// SQLSTATE classes: connection (08), transaction rollback (40), resources (53), operator intervention (57), system (58).
const UNAVAILABLE_STATE = /^(08|40|53|57|58)/;
const UNAVAILABLE_KIND = [
  "DatabaseNotReachable",
  "ConnectionClosed",
  "SocketTimeout",
  "TooManyConnections",
  "DatabaseDoesNotExist",
];
const UNAVAILABLE_TEXT =
  /timeout exceeded when trying to connect|Connection terminated|ECONNREFUSED|ECONNRESET|server closed the connection/i;

/** The database cannot serve this now but may soon: down, restarting, pool exhausted, disk full, too much contention. */
export function isUnavailable(error: unknown): boolean {
  const { code, cause, message } = codeAndCause(error);
  return (
    UNAVAILABLE.includes(code) ||
    UNAVAILABLE_STATE.test(cause.originalCode ?? "") ||
    UNAVAILABLE_KIND.includes(cause.kind ?? "") ||
    UNAVAILABLE_TEXT.test(`${message} ${cause.originalMessage ?? ""}`)
  );
}
