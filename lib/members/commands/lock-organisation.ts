import type { OrganisationScope } from "@/lib/auth/scopes";
import type { Transaction } from "@/lib/platform/db";

/**
 * Locks the organisation's row, so that who owns it is decided one after the other: two owners who remove each other at the
 * same moment would else both find the other one left. False when whoever asks owns it no longer.
 */
export async function lockOrganisation(
  tx: Transaction,
  { organisationId, userId }: OrganisationScope,
): Promise<boolean> {
  await tx.$queryRaw`SELECT id FROM organisation WHERE id = ${organisationId}::uuid FOR NO KEY UPDATE`;
  return (await tx.membership.count({ where: { organisationId, userId, role: "OWNER" } })) === 1;
}
