import { z } from "zod";
import { AUDIT_TOPICS } from "@/lib/audit/actions";
import { isUuid } from "@/lib/core/ids";

/** What the log can be narrowed to. */
export const LOG_TOPICS = AUDIT_TOPICS;

/** Whose doing is asked for, apart from one user's: theirs who come, the product's own, or the API's. */
export const LOG_ACTORS = ["ATTENDEE", "SPEAKER", "SYSTEM", "API"] as const;
export type LogActor = (typeof LOG_ACTORS)[number];

const day = z.iso.date().or(z.literal("")).catch("");

const filterSchema = z.object({
  topic: z.enum(LOG_TOPICS).or(z.literal("")).catch(""),
  /** One of `LOG_ACTORS`, or a user's id. */
  by: z.enum(LOG_ACTORS).or(z.string().refine(isUuid)).or(z.literal("")).catch(""),
  /** The reference of one registration. */
  about: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9-]{0,40}$/)
    .catch(""),
  from: day,
  to: day,
});

/** Which entries are shown. An empty text is no condition. */
export type LogFilter = z.infer<typeof filterSchema>;

/** What an address asks for: the filter, and the entry before which to go on. What cannot be asked for is not asked. */
export function parseLogQuery(raw: Readonly<Record<string, unknown>>): { filter: LogFilter; before: bigint | null } {
  const before = typeof raw["before"] === "string" && /^\d{1,18}$/.test(raw["before"]) ? BigInt(raw["before"]) : null;
  return { filter: filterSchema.parse(raw), before };
}

/** The filter as an address says it, without what is no condition. */
export function logQuery(filter: LogFilter, before?: bigint): string {
  const said = Object.entries({ ...filter, before: before?.toString() ?? "" }).filter(([, value]) => value !== "");
  return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
}
