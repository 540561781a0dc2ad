import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";

/** What can be corrected in a row of the list, as it is, with the revision that a correction must name. */
export type EditablePerson = {
  readonly reference: string;
  readonly name: string;
  readonly organisationName: string;
  readonly category: string;
  readonly revision: string;
};

/** One person as they can be corrected; null for who may not, and where there is none such. */
export async function findEditablePerson(scope: EventScope, reference: string): Promise<EditablePerson | null> {
  if (reference === "" || !canEdit(scope.role) || scope.reach.kind !== "whole-event") return null;
  const row = await database().registration.findFirst({
    where: { eventId: scope.eventId, reference },
    select: { name: true, organisationName: true, updatedAt: true, category: { select: { key: true } } },
  });
  if (!row) return null;
  const { name, organisationName, updatedAt, category } = row;
  const revision = String(updatedAt.getTime());
  return { reference, name, organisationName: organisationName ?? "", category: category.key, revision };
}
