import pino from "pino";

/** The process's log: JSON lines on standard output. Never given names, addresses, answers or tokens. */
export const log = pino({ base: undefined, serializers: { err: describeError } });

const ADDRESS = /[^\s"'<>(),;:]+@[^\s"'<>(),;:]+/g;

/** An error for the log: kind, code, message without addresses, and where it happened. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === "string" && { code }),
    message: error.message.replace(ADDRESS, "[address]").slice(0, 2000),
    stack: error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")),
  };
}
