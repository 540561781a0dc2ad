import { z } from "zod";

/** The tabs above the list. Ended registrations share one: why each ended is in its row. */
export const STATUS_TABS = ["all", "confirmed", "pending", "held", "offered", "waitlisted", "ended"] as const;
export type StatusTab = (typeof STATUS_TABS)[number];

export const SORT_KEYS = ["name", "organisation", "category", "status", "registered"] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type Sort = { readonly by: SortKey; readonly descending: boolean };

/** Which registrations of one event, in which order. The same for the list, its counts and its files. */
export type RegistrationFilter = {
  readonly status: StatusTab;
  readonly q: string;
  readonly category: string | null;
  readonly day: string | null;
  readonly session: string | null;
  readonly municipality: string | null;
  /** The key of one of the event's tags. */
  readonly tag: string | null;
  readonly answer: { readonly question: string; readonly value: string } | null;
  readonly sort: Sort;
};

const sort = z
  .templateLiteral([z.enum(["", "-"]), z.enum(SORT_KEYS)])
  .transform((raw): Sort => ({ by: raw.replace("-", "") as SortKey, descending: raw.startsWith("-") }));

/** "politik:ledamot": a question's key and one of the values it was answered with. */
const answer = z
  .string()
  .max(600)
  .regex(/^[a-z][a-z0-9_]*:./s)
  .transform((raw) => ({ question: raw.slice(0, raw.indexOf(":")), value: raw.slice(raw.indexOf(":") + 1) }));

// Postgres text cannot hold NUL; everything else that fits may be searched for.
const search = z
  .string()
  .max(200)
  .refine((text) => !text.includes("\0"))
  .transform((text) => text.normalize("NFC").trim());

const fields = {
  status: { schema: z.enum(STATUS_TABS), fallback: "all" },
  q: { schema: search, fallback: "" },
  category: { schema: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/), fallback: null },
  day: { schema: z.iso.date(), fallback: null },
  session: { schema: z.guid(), fallback: null },
  municipality: { schema: z.string().regex(/^(\d{2}|\d{4})$/), fallback: null },
  tag: { schema: search, fallback: null },
  answer: { schema: answer, fallback: null },
  sort: { schema: sort, fallback: { by: "name", descending: false } },
} as const;

export type FilterField = keyof typeof fields;
/** A page's search parameters, as the framework hands them over. */
export type RawParameters = Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * Reads a filter from a URL. A value that is empty means no filter; one that is malformed or repeated falls back to no
 * filter and is named in `ignored`, so that the page can say so instead of failing.
 */
export function parseFilter(raw: RawParameters): { filter: RegistrationFilter; ignored: readonly FilterField[] } {
  const ignored: FilterField[] = [];
  const values = Object.entries(fields).map(([name, { schema, fallback }]) => {
    const given = raw[name];
    if (given === undefined || given === "") return [name, fallback];
    const parsed = schema.safeParse(given);
    if (!parsed.success) ignored.push(name as FilterField);
    return [name, parsed.success ? parsed.data : fallback];
  });
  return { filter: Object.fromEntries(values) as RegistrationFilter, ignored };
}

export const EXPORT_FORMATS = ["csv", "xlsx"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The file format asked for; null for one that is not offered. */
export function parseFormat(raw: RawParameters): ExportFormat | null {
  return z.enum(EXPORT_FORMATS).nullable().catch(null).parse(raw["format"]);
}

/** The page of a list, from 1. Anything else is the first page. */
export function parsePage(raw: RawParameters): number {
  return z.coerce.number().int().min(1).max(100_000).catch(1).parse(raw["page"]);
}

/** A filter as URL parameters, without what is default: what the list's links, forms and files carry on. */
export function filterParameters(filter: RegistrationFilter): Record<string, string> {
  const { answer: chosen, sort: order, status, ...plain } = filter;
  const given: [string, string | null][] = [
    ["status", status === "all" ? null : status],
    ...Object.entries(plain),
    ["answer", chosen && `${chosen.question}:${chosen.value}`],
    ["sort", order.by === "name" && !order.descending ? null : `${order.descending ? "-" : ""}${order.by}`],
  ];
  return Object.fromEntries(given.filter((entry): entry is [string, string] => Boolean(entry[1])));
}
