import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { OrganisationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { fail, ok, type Result } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { consumeRateLimit } from "@/lib/platform/rate-limit";
import { inTransaction } from "@/lib/platform/transaction";
import type { MemberFailure } from "../errors";
import { invitationExpiry } from "../rules/invitation-validity";
import { invitationSchema } from "../schema";
import { lockOrganisation } from "./lock-organisation";

/**
 * Asks somebody by mail to work in the organisation, or at one of its events. An invitation that has run out makes room for a
 * new one; one that is open does not.
 */
export async function inviteMember(
  scope: OrganisationScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Result<{ email: string }, MemberFailure>> {
  const parsed = invitationSchema.safeParse(body);
  if (!parsed.success) return fail(parsed.error.issues[0]?.message as MemberFailure);
  const { email, role } = parsed.data;
  const eventId = parsed.data.event || null;
  if (eventId && role === "OWNER") return fail("role_unknown");
  if (!(await consumeRateLimit("member-invitation", scope.organisationId)).ok) return fail("rate_limited");
  const { organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Result<{ email: string }, MemberFailure>> => {
    if (!(await lockOrganisation(tx, scope))) return fail("not_owner");
    if (eventId && (await tx.event.count({ where: { id: eventId, organisationId } })) === 0)
      return fail("event_unknown");
    if (await worksHere(tx, { organisationId, eventId, email })) return fail("already_member");
    const place = { organisationId, eventId, email, closedAt: null };
    await tx.memberInvitation.updateMany({
      where: { ...place, expiresAt: { lte: toTimestamp(now) } },
      data: { closedAt: toTimestamp(now) },
    });
    if ((await tx.memberInvitation.count({ where: place })) > 0) return fail("already_invited");
    const id = newId(now);
    await tx.memberInvitation.create({
      data: {
        ...{ id, organisationId, eventId, email, role, invitedById: userId },
        ...{ createdAt: toTimestamp(now), expiresAt: toTimestamp(invitationExpiry(now)) },
      },
      select: { id: true },
    });
    const known = await tx.user.findUnique({ where: { email }, select: { name: true, locale: true } });
    const inviter = await tx.user.findUniqueOrThrow({ where: { id: userId }, select: { locale: true } });
    await enqueueMail(
      tx,
      {
        ...{ message: "member-invitation", organisationId, params: { memberInvitationId: id } },
        ...{ locale: known?.locale ?? inviter.locale, to: { name: known?.name ?? null, email } },
      },
      now,
    );
    const actor = { kind: "USER", id: userId } as const;
    const about = { organisationId, ...(eventId && { eventId }), actor, subjectId: id };
    await recordAudit(tx, { ...about, action: "member.invited", detail: { role } }, now);
    return ok({ email });
  });
}

async function worksHere(
  tx: Transaction,
  at: { organisationId: string; eventId: string | null; email: string },
): Promise<boolean> {
  const { organisationId, eventId, email } = at;
  const user = { email };
  const there = eventId
    ? await tx.eventMembership.count({ where: { eventId, user } })
    : await tx.membership.count({ where: { organisationId, user } });
  // Whoever is disabled is enabled, not invited.
  return there > 0 || (await tx.disabledMembership.count({ where: { organisationId, user } })) > 0;
}
