import { Temporal } from "temporal-polyfill";
import { canSeeBilling, canSeeRegistrations } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { localised } from "@/lib/core/localised";
import type { Money } from "@/lib/core/money";
import { Prisma, type RegistrationState } from "@/lib/platform/generated/client";
import type { PriceLine } from "@/lib/ticketing/price-list";
import { totals } from "@/lib/ticketing/rules/totals";
import { type Column, isNeedsColumn } from "../policy";
import type { Answer, RegistrationDetails, RegistrationRow } from "../rules/registration-row";
import { reachedSession, seesNotes } from "./registration-conditions";

/** What is read only where it is shown: the person's particulars, and what costs a look at another table for each row. */
export type RowParts = {
  readonly person: boolean;
  readonly days: boolean;
  readonly sessions: boolean;
  readonly answers: boolean;
  /** What is to be paid, and by whom. */
  readonly billing: boolean;
  /** The organisation's own tags and notes. */
  readonly own: boolean;
  readonly needs: boolean;
};

/** A page of the list: days, sessions and answers, but no diet and access, whose reading is audited. */
export const WITHOUT_NEEDS: RowParts = {
  person: true,
  days: true,
  sessions: true,
  answers: true,
  billing: true,
  own: true,
  needs: false,
};

/** The parts that these columns show. */
export function partsOf(columns: readonly Column[]): RowParts {
  const shows = (...keys: readonly string[]) => columns.some(({ key }) => keys.includes(key));
  return {
    person: shows("email", "municipality", "jobTitle", "language"),
    days: shows("days"),
    sessions: shows("sessions"),
    answers: columns.some(({ question }) => question),
    billing: shows("price", "payer", "invoiceReference"),
    own: shows("tags", "notes"),
    needs: columns.some(isNeedsColumn),
  };
}

/** SQL: the columns of `rowFrom`, over registrations `r` of categories `c`. */
export function rowColumns(scope: EventScope, parts: RowParts): Prisma.Sql {
  const days = Prisma.sql`(SELECT coalesce(jsonb_agg(d.date ORDER BY d.date), '[]') FROM registration_day rd
      JOIN event_day d ON d.id = rd.day_id WHERE rd.registration_id = r.id)`;
  const sessions = Prisma.sql`(SELECT coalesce(jsonb_agg(s.title ORDER BY s.starts_at, s.id), '[]')
      FROM registration_session rs JOIN session s ON s.id = rs.session_id
      WHERE rs.registration_id = r.id AND ${reachedSession(scope)})`;
  const answers = Prisma.sql`(SELECT b.answers FROM booking b WHERE b.id = r.booking_id) || r.answers`;
  const needs = Prisma.sql`(SELECT jsonb_build_object('diet', n.diet, 'access', n.access, 'answers', n.answers) FROM sensitive_needs n
      WHERE n.registration_id = r.id)`;
  const billing = Prisma.sql`
    (SELECT jsonb_build_object('payer', b.billing ->> 'payerName', 'reference', b.billing ->> 'reference') FROM booking b
      WHERE b.id = r.booking_id) AS billing,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('netOre', l.net_ore, 'vatPerMille', l.vat_per_mille, 'currency', l.currency)
        ORDER BY l.position), '[]') FROM price_line l WHERE l.registration_id = r.id) AS price`;
  const own = Prisma.sql`
    (SELECT coalesce(jsonb_agg(t.name ORDER BY t.key), '[]') FROM registration_tag rt JOIN tag t ON t.id = rt.tag_id
      WHERE rt.registration_id = r.id) AS tags,
    (SELECT coalesce(jsonb_agg(n.text ORDER BY n.created_at, n.id), '[]') FROM registration_note n
      WHERE n.registration_id = r.id) AS notes`;
  const always = Prisma.sql`r.id::text, r.reference, r.name, r.organisation_name, r.state::text, r.protected_identity, c.name AS category,
    ${localMinute(scope)} AS registered`;
  const person = Prisma.sql`r.email, r.municipality_code, r.job_title, r.locale::text`;
  return Prisma.join([
    always,
    ...(parts.person ? [person] : []),
    ...(parts.answers ? [Prisma.sql`${answers} AS answers`] : []),
    ...(parts.days ? [Prisma.sql`${days} AS days`] : []),
    ...(parts.sessions ? [Prisma.sql`${sessions} AS sessions`] : []),
    ...(parts.billing && billed(scope) ? [billing] : []),
    ...(parts.own && seesNotes(scope) ? [own] : []),
    ...(parts.needs ? [Prisma.sql`${needs} AS needs`] : []),
  ]);
}

/**
 * SQL: when `r` was made, on the event's clock, as "2026-10-14T09:31" whatever the session's date style. As JSON writes it,
 * which costs a fifth of `to_char`.
 */
function localMinute(scope: EventScope): Prisma.Sql {
  return Prisma.sql`substr(to_json(r.created_at AT TIME ZONE (SELECT time_zone FROM event WHERE id = ${scope.eventId}::uuid))::text,
    2, 16)`;
}

/** A row as the database gives it; what was not asked for is not there. */
export type RawRow = {
  id: string;
  reference: string;
  name: string;
  organisation_name: string | null;
  state: RegistrationState;
  protected_identity: boolean;
  email?: string;
  municipality_code?: string | null;
  job_title?: string | null;
  locale?: Locale;
  registered: string;
  answers?: Record<string, Answer>;
  category: unknown;
  days?: string[];
  sessions?: unknown[];
  billing?: { payer: string | null; reference: string | null };
  price?: Pick<PriceLine, "netOre" | "vatPerMille" | "currency">[];
  tags?: string[];
  notes?: string[];
  needs?: { diet: string | null; access: string | null; answers: Record<string, Answer> | null } | null;
};

/** The row as this reader may see it. */
export function rowFrom(raw: RawRow, scope: EventScope): RegistrationRow {
  const details = canSeeRegistrations(scope.role);
  return {
    id: raw.id,
    reference: details ? raw.reference : null,
    name: raw.name,
    organisation: raw.organisation_name,
    state: raw.state,
    protectedIdentity: raw.protected_identity,
    details: details ? detailsFrom(raw, scope) : null,
  };
}

function detailsFrom(raw: RawRow, scope: EventScope): RegistrationDetails {
  return {
    email: raw.email ?? null,
    category: localised(raw.category),
    municipalityCode: raw.municipality_code ?? null,
    jobTitle: raw.job_title ?? null,
    locale: raw.locale ?? null,
    registered: raw.registered.replace("T", " "),
    days: (raw.days ?? []).map((day) => Temporal.PlainDate.from(day)),
    sessions: (raw.sessions ?? []).map(localised),
    answers: scope.reach.kind === "whole-event" ? { ...raw.answers, ...raw.needs?.answers } : {},
    price: priceOf(raw.price ?? []),
    payer: raw.billing?.payer ?? null,
    invoiceReference: raw.billing?.reference ?? null,
    tags: raw.tags ?? [],
    notes: raw.notes ?? [],
    diet: raw.needs?.diet ?? null,
    access: raw.needs?.access ?? null,
  };
}

/** Whether this reader may see what is to be paid, and by whom. */
function billed({ role, reach }: EventScope): boolean {
  return canSeeBilling(role) && reach.kind === "whole-event";
}

/** The price with VAT; null where there is none. */
function priceOf(lines: NonNullable<RawRow["price"]>): Money | null {
  const [first] = lines;
  return first ? { minor: totals(lines).grossOre, currency: first.currency } : null;
}
