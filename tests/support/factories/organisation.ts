import type { Database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { nextNumber } from "./sequence";

/** A public body that runs events. */
export function createOrganisation(db: Database, overrides: Partial<Prisma.OrganisationUncheckedCreateInput> = {}) {
  const n = nextNumber();
  return db.organisation.create({ data: { slug: `kommun-${n}`, name: `Exempelkommun ${n}`, ...overrides } });
}

/** A recurring conference of an organisation. */
export function createSeries(
  db: Database,
  organisationId: string,
  overrides: Partial<Prisma.SeriesUncheckedCreateInput> = {},
) {
  const n = nextNumber();
  return db.series.create({
    data: { organisationId, slug: `serie-${n}`, name: { sv: `Serie ${n}`, en: `Series ${n}` }, ...overrides },
  });
}
