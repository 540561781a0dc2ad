import pino from "pino";
import { logLevel } from "@/lib/platform/env";

/** What may never stand in a log, whoever passes it: people, their addresses, secrets and what leads to them. */
const PRIVATE = [
  "name",
  "email",
  "to",
  "from",
  "recipient",
  "subject",
  "address",
  "token",
  "secret",
  "password",
  "cookie",
  "authorization",
  "answers",
  "phone",
  "diet",
  "body",
  "params",
];

const EMAIL = /[^\s"'<>@:=,;()]+@[^\s"'<>@,;()]+/g;
const SECRET_PATH = /(\/(?:r|i|s)\/|[?&](?:token|email|code)=)[^\s"'&]+/g;

/** Takes addresses and personal links out of free text, such as the message of an error that quotes its input. */
export function withoutPeople(text: string): string {
  return text.replace(SECRET_PATH, "$1…").replace(EMAIL, "…@…");
}

const settings: pino.LoggerOptions = {
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (label) => ({ level: label }) },
  redact: { paths: PRIVATE.flatMap((field) => [field, `*.${field}`]), censor: "[redacted]" },
  serializers: { err: describeError },
  hooks: {
    logMethod(args, method) {
      method.apply(this, args.map((each) => (typeof each === "string" ? withoutPeople(each) : each)) as typeof args);
    },
  },
};

/** A log that writes to a stream of its own. */
export function createLog(destination?: pino.DestinationStream): pino.Logger {
  const withLevel = { ...settings, level: logLevel() };
  return destination ? pino(withLevel, destination) : pino(withLevel);
}

/**
 * The process's log: JSON lines on standard output. Log ids, counts and codes; what the fields above hold is removed at
 * the top and one level down, and texts lose what looks like an address or a personal link.
 */
export const log = createLog();

/** An error for the log: kind, code, message without addresses, and where it happened. */
function describeError(error: unknown) {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    ...(typeof code === "string" && { code }),
    message: withoutPeople(error.message).slice(0, 2000),
    stack: error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at ")),
  };
}
