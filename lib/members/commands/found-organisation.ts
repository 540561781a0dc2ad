import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { maySignUp } from "@/lib/auth/queries/newcomer";
import type { UserScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import { slugOf } from "@/lib/core/slug";
import { consumeRateLimit } from "@/lib/platform/rate-limit";
import { inTransaction } from "@/lib/platform/transaction";
import type { MemberFailure } from "../errors";
import { organisationSchema } from "../schema";

/**
 * Founds an organisation, with whoever does as its first owner: for those whom the installation lets sign up by themselves.
 * Two organisations of one name would be taken for each other, so a name is had once.
 */
export async function foundOrganisation(
  { userId, email }: UserScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Result<{ slug: string }, MemberFailure>> {
  if (!maySignUp(email)) return fail("sign_up_closed");
  const parsed = organisationSchema.safeParse(body);
  if (!parsed.success) return fail("name_required");
  const { name } = parsed.data;
  if (!(await consumeRateLimit("new-organisation", userId)).ok) return fail("rate_limited");
  const wished = slugOf(name) || "organisation";
  return inTransaction(async (tx): Promise<Result<{ slug: string }, MemberFailure>> => {
    const exact = name.replaceAll(/[\\%_]/g, "\\$&");
    if ((await tx.organisation.count({ where: { name: { equals: exact, mode: "insensitive" } } })) > 0)
      return fail("name_taken");
    const like = await tx.organisation.findMany({ where: { slug: { startsWith: wished } }, select: { slug: true } });
    const taken = new Set(like.map(({ slug }) => slug));
    let slug = wished;
    for (let n = 2; taken.has(slug); n++) slug = `${wished}-${n}`;
    const organisationId = newId(now);
    const createdAt = toTimestamp(now);
    await tx.organisation.create({
      data: {
        ...{ id: organisationId, slug, name, createdAt },
        memberships: { create: { userId, role: "OWNER", createdAt } },
      },
      select: { id: true },
    });
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, actor, action: "organisation.founded", subjectId: organisationId }, now);
    return ok({ slug });
  });
}
