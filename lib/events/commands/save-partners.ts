import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import type { Transaction } from "@/lib/platform/db";
import type { EventFieldCode } from "../errors";
import { readPartners } from "../queries/event-partners";
import { partnersSchema } from "../schema";
import { type FieldRefusals, type SavedSection, type Section, type SentSection, saveSection } from "./save-section";

const section: Section<ReturnType<(typeof partnersSchema)["parse"]>> = {
  name: "partners",
  schema: partnersSchema,
  read: readPartners,
  async write(tx, { eventId, organisationId: own }, { partners }): Promise<FieldRefusals | null> {
    const refusals = new Map<string, EventFieldCode>();
    const stored = await tx.coOrganiser.findMany({ where: { eventId }, select: { organisationId: true } });
    const there = new Set(stored.map(({ organisationId }) => organisationId));
    let position = there.size;
    for (const [key, { organisation, kind, access, remove }] of Object.entries(partners)) {
      if (there.has(key)) {
        const one = { eventId_organisationId: { eventId, organisationId: key } };
        if (!remove) await tx.coOrganiser.update({ where: one, data: { kind, access }, select: { eventId: true } });
        else if ((await tx.session.count({ where: { eventId, hostOrganisationId: key } })) > 0)
          refusals.set(`partners.${key}.remove`, "used_by_sessions");
        else await tx.coOrganiser.delete({ where: one, select: { eventId: true } });
        continue;
      }
      if (remove) continue;
      if (!key.startsWith("new")) {
        refusals.set(`partners.${key}.kind`, "row_gone");
        continue;
      }
      if (organisation === "") continue;
      const found = await named(tx, organisation);
      const field = `partners.${key}.organisation`;
      if (!found) refusals.set(field, "organisation_unknown");
      else if (found === own) refusals.set(field, "organisation_own");
      else if (there.has(found)) refusals.set(field, "organisation_twice");
      else {
        there.add(found);
        const data = { eventId, organisationId: found, kind, access, position: position++ };
        await tx.coOrganiser.create({ data, select: { eventId: true } });
      }
    }
    return refusals.size > 0 ? Object.fromEntries(refusals) : null;
  },
};

/** The one organisation of a name or short name; nobody is shown a list of whom the product serves. */
async function named(tx: Transaction, written: string): Promise<string | null> {
  const found = await tx.organisation.findMany({
    where: {
      OR: [
        { slug: written.toLowerCase() },
        { name: { equals: written.replaceAll(/[\\%_]/g, "\\$&"), mode: "insensitive" } },
      ],
    },
    select: { id: true },
    take: 2,
  });
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** Saves which other organisations are named on the event's page, as what, and what of its registrations their members see. */
export function savePartners(scope: EventScope, sent: SentSection, now: Temporal.Instant): Promise<SavedSection> {
  return saveSection(section, scope, sent, now);
}
