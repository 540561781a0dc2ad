import type { UserScope } from "@/lib/auth/scopes";
import { type Localised, localised } from "@/lib/core/localised";
import { database, type Transaction } from "@/lib/platform/db";

/** An organisation in whose name somebody may create events, and its series. */
export type EditableOrganisation = {
  readonly id: string;
  readonly name: string;
  readonly series: readonly { readonly id: string; readonly name: Localised }[];
};

/** The organisations that a user owns or edits, by name. */
export async function listEditableOrganisations(
  { userId }: Pick<UserScope, "userId">,
  db: Transaction = database(),
): Promise<readonly EditableOrganisation[]> {
  const rows = await db.organisation.findMany({
    where: { memberships: { some: { userId, role: { in: ["OWNER", "EDITOR"] } } } },
    select: { id: true, name: true, series: { select: { id: true, name: true }, orderBy: { slug: "asc" } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(({ series, ...row }) => ({
    ...row,
    series: series.map(({ id, name }) => ({ id, name: localised(name) })),
  }));
}
