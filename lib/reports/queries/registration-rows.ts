import { Temporal } from "temporal-polyfill";
import { canSeeRegistrations } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { localised } from "@/lib/core/localised";
import { Prisma, type RegistrationState } from "@/lib/platform/generated/client";
import type { Answer, RegistrationDetails, RegistrationRow } from "../rules/registration-row";
import { reachedSession } from "./registration-conditions";

/** SQL: the columns of `rowFrom`, over registrations `r` of categories `c`. Diet and access only when asked for. */
export function rowColumns(scope: EventScope, needs: "with-needs" | "without-needs"): Prisma.Sql {
  return Prisma.sql`r.id::text, r.reference, r.name, r.organisation_name, r.state::text, r.protected_identity, r.email,
    r.municipality_code, r.job_title, r.locale::text, r.created_at, r.answers, c.name AS category,
    (SELECT coalesce(jsonb_agg(d.date ORDER BY d.date), '[]') FROM registration_day rd JOIN event_day d ON d.id = rd.day_id
      WHERE rd.registration_id = r.id) AS days,
    (SELECT coalesce(jsonb_agg(s.title ORDER BY s.starts_at, s.id), '[]') FROM registration_session rs
      JOIN session s ON s.id = rs.session_id WHERE rs.registration_id = r.id AND ${reachedSession(scope)}) AS sessions,
    ${
      needs === "with-needs"
        ? Prisma.sql`(SELECT jsonb_build_object('diet', n.diet, 'access', n.access) FROM sensitive_needs n WHERE n.registration_id = r.id)`
        : Prisma.sql`NULL::jsonb`
    } AS needs`;
}

/** A row as the database gives it. */
export type RawRow = {
  id: string;
  reference: string;
  name: string;
  organisation_name: string | null;
  state: RegistrationState;
  protected_identity: boolean;
  email: string;
  municipality_code: string | null;
  job_title: string | null;
  locale: Locale;
  created_at: Date;
  answers: Record<string, Answer>;
  category: unknown;
  days: string[];
  sessions: unknown[];
  needs: { diet: string | null; access: string | null } | null;
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
    email: raw.email,
    category: localised(raw.category),
    municipalityCode: raw.municipality_code,
    jobTitle: raw.job_title,
    locale: raw.locale,
    registeredAt: fromTimestamp(raw.created_at),
    days: raw.days.map((day) => Temporal.PlainDate.from(day)),
    sessions: raw.sessions.map(localised),
    answers: scope.reach.kind === "whole-event" ? raw.answers : {},
    diet: raw.needs?.diet ?? null,
    access: raw.needs?.access ?? null,
  };
}
