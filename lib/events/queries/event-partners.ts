import type { EventScope } from "@/lib/auth/scopes";
import { database, type Transaction } from "@/lib/platform/db";
import { sectionMark } from "../rules/section";

async function partnersOf(eventId: string, db: Transaction) {
  return db.coOrganiser.findMany({
    where: { eventId },
    select: { organisationId: true, kind: true, access: true, organisation: { select: { name: true } } },
    orderBy: [{ position: "asc" }, { organisationId: "asc" }],
  });
}

function fieldsOf(rows: Awaited<ReturnType<typeof partnersOf>>): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap(({ organisationId, kind, access }) => [
      [`partners.${organisationId}.kind`, kind],
      [`partners.${organisationId}.access`, access],
    ]),
  );
}

/** The other organisations at an event as the fields of their form, each under its id. */
export async function readPartners(eventId: string, db: Transaction = database()): Promise<Record<string, string>> {
  return fieldsOf(await partnersOf(eventId, db));
}

/** The other organisations with their mark and names. */
export async function getEventPartners({ eventId }: EventScope) {
  const rows = await partnersOf(eventId, database());
  const fields = fieldsOf(rows);
  return {
    fields,
    mark: sectionMark(fields),
    partners: rows.map(({ organisationId, organisation }) => ({ id: organisationId, name: organisation.name })),
  };
}
