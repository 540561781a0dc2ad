import { canSeeBilling, canSeeNeeds, canSeeNotes, canSeeRegistrations } from "@/lib/auth/policy";
import type { EventRole, Reach } from "@/lib/auth/scopes";
import type { Localised } from "@/lib/core/localised";
import type { RawParameters } from "./schema";

const DOOR_COLUMNS = ["name", "organisation", "status"] as const;
const PLAIN_COLUMNS = [
  "reference",
  "name",
  "organisation",
  "category",
  "status",
  "email",
  "municipality",
  "jobTitle",
  "days",
  "sessions",
  "registered",
  "language",
] as const;
const BILLING_COLUMNS = ["price", "payer", "invoiceReference"] as const;
const OWN_COLUMNS = ["tags", "notes"] as const;
export const NEEDS_COLUMNS = ["diet", "access"] as const;

/** A column with a name of its own in both dictionaries. */
export type NamedColumn =
  | (typeof PLAIN_COLUMNS)[number]
  | (typeof BILLING_COLUMNS)[number]
  | (typeof OWN_COLUMNS)[number]
  | (typeof NEEDS_COLUMNS)[number];
/** A column of the list and its files; an organiser's own question has the question's label. */
export type Column =
  | { readonly key: NamedColumn; readonly question: null }
  | { readonly key: `answer.${string}`; readonly question: Question };

const DEFAULT_COLUMNS: readonly string[] = ["name", "organisation", "category", "status", "registered"];

type Standing = { readonly role: EventRole; readonly reach: Reach };
type Question = { readonly key: string; readonly label: Localised; readonly sensitive: boolean };

/**
 * The columns somebody may choose from, in the order they are offered. The door gets what the door needs; who reaches
 * only the sessions it hosts gets no answers to the event's own questions; prices and payers, the organisation's own words, and
 * diet, access needs and sensitive answers have rights of their own.
 */
export function offeredColumns(standing: Standing, questions: readonly Question[]): readonly Column[] {
  if (!canSeeRegistrations(standing.role)) return DOOR_COLUMNS.map(named);
  const whole = standing.reach.kind === "whole-event";
  const asked = whole ? questions : [];
  const answers = (sensitive: boolean) => asked.filter((question) => question.sensitive === sensitive).map(answered);
  return [
    ...PLAIN_COLUMNS.map(named),
    ...(whole && canSeeBilling(standing.role) ? BILLING_COLUMNS.map(named) : []),
    ...(whole && canSeeNotes(standing.role) ? OWN_COLUMNS.map(named) : []),
    ...answers(false),
    ...(canSeeNeeds(standing.role) ? [...NEEDS_COLUMNS.map(named), ...answers(true)] : []),
  ];
}

/** Whether a column shows diet, access needs or a sensitive answer, so that showing it is a sensitive read. */
export function isNeedsColumn(column: Column): boolean {
  return column.key === "diet" || column.key === "access" || column.question?.sensitive === true;
}

/**
 * The columns chosen in a URL, in the chosen order: `columns=name,email` or repeated. What is not offered to this reader
 * is `refused`; nothing chosen means the usual five.
 */
export function chosenColumns(
  raw: RawParameters,
  offered: readonly Column[],
): { columns: readonly Column[]; refused: readonly string[] } {
  const keys = [raw["columns"] ?? []]
    .flat()
    .flatMap((each) => each.split(","))
    .filter(Boolean);
  const wanted = [...new Set(keys.length > 0 ? keys : DEFAULT_COLUMNS)];
  const byKey = new Map<string, Column>(offered.map((column) => [column.key, column]));
  const columns = wanted.flatMap((key) => byKey.get(key) ?? []);
  const refused = keys.length > 0 ? wanted.filter((key) => !byKey.has(key)) : [];
  return {
    columns: columns.length > 0 ? columns : offered.filter((one) => DEFAULT_COLUMNS.includes(one.key)),
    refused,
  };
}

function answered({ key, label, sensitive }: Question): Column {
  return { key: `answer.${key}`, question: { key, label, sensitive } };
}

function named(key: NamedColumn): Column {
  return { key, question: null };
}
