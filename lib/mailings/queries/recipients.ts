import type { EventScope } from "@/lib/auth/scopes";
import { type Database, database, type Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { fromRegistrations } from "@/lib/reports/queries/list-registrations";
import type { RegistrationFilter } from "@/lib/reports/schema";

/** How many a mailing goes to, and whom it leaves out. */
export type Recipients = {
  readonly count: number;
  /** The mail servers take nothing for these addresses, or their owners have declined news. */
  readonly unreachable: number;
  /** Held places that nobody has been named for. */
  readonly unnamed: number;
  /** Others with an address that is in the list already. */
  readonly again: number;
};

/**
 * SQL: id, name, address and language of everybody a filter of the list lets through, once per address: of several with the
 * same one, whoever still comes. Not those who have been erased, who wait to be named, or whose address takes nothing.
 */
export function recipients(scope: EventScope, filter: RegistrationFilter): Prisma.Sql {
  return Prisma.sql`
    SELECT id, name, email, locale FROM (${listed(scope, filter)}) l WHERE NOT unnamed AND NOT unreachable AND first`;
}

/** The same people in numbers. */
export async function countRecipients(
  scope: EventScope,
  filter: RegistrationFilter,
  db: Database | Transaction = database(),
): Promise<Recipients> {
  const [row] = await db.$queryRaw<[Recipients]>`
    SELECT count(*) FILTER (WHERE NOT unnamed AND NOT unreachable AND first)::int AS count,
           count(*) FILTER (WHERE NOT unnamed AND unreachable AND first)::int AS unreachable,
           count(*) FILTER (WHERE unnamed)::int AS unnamed,
           count(*) FILTER (WHERE NOT unnamed AND NOT first)::int AS again
      FROM (${listed(scope, filter)}) l`;
  return row;
}

function listed(scope: EventScope, filter: RegistrationFilter): Prisma.Sql {
  const living = Prisma.sql`r.state IN ('PENDING_APPROVAL', 'CONFIRMED', 'WAITLISTED', 'OFFERED')`;
  return Prisma.sql`
    SELECT r.id, r.name, r.email, r.locale, r.state = 'HELD' AS unnamed,
           EXISTS (SELECT 1 FROM suppressed_address a WHERE a.organisation_id = ${scope.organisationId}::uuid
                      AND a.address = r.email_normalised AND a.scope IN ('ALL', 'NEWS')) AS unreachable,
           row_number() OVER (PARTITION BY r.email_normalised, r.state = 'HELD' ORDER BY ${living} DESC, r.id) = 1 AS first
      ${fromRegistrations(scope, filter)} AND r.name <> '–'`;
}

const EXAMPLES = 50;

/** The first recipients by name, to read a mailing with their eyes. */
export async function listExamples(
  scope: EventScope,
  filter: RegistrationFilter,
): Promise<{ readonly reference: string; readonly name: string }[]> {
  return database().$queryRaw`
    SELECT reg.reference, reg.name FROM (${recipients(scope, filter)}) chosen JOIN registration reg ON reg.id = chosen.id
     ORDER BY reg.name COLLATE "sv-x-icu", reg.id LIMIT ${EXAMPLES}`;
}
