import type { Temporal } from "temporal-polyfill";
import { fail, ok, type Result } from "@/lib/core/result";
import { isSlug } from "@/lib/core/slug";
import { database } from "@/lib/platform/db";
import type { OrganisationScope } from "./scopes";
import { openUser } from "./user-gate";

/**
 * Mints an owner's scope for one of their organisations, from the session cookie and its slug; without a slug for the first
 * by name. Whatever they do not own is not found.
 */
export async function openOrganisation(
  sessionToken: string | undefined,
  slug: string | null,
  now: Temporal.Instant,
): Promise<Result<OrganisationScope, "signed_out" | "not_found">> {
  const user = await openUser(sessionToken, now);
  if (!user.ok) return user;
  const { userId } = user.value;
  if (slug !== null && !isSlug(slug)) return fail("not_found");
  const organisation = await database().organisation.findFirst({
    where: { memberships: { some: { userId, role: "OWNER" } }, ...(slug !== null && { slug }) },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, slug: true, name: true },
  });
  if (!organisation) return fail("not_found");
  const { id: organisationId, ...names } = organisation;
  return ok({ organisationId, userId, ...names } as OrganisationScope);
}
