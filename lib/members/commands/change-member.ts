import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { OrganisationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { fail, ok, type Result } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { MemberFailure } from "../errors";
import { keepsAnOwner } from "../rules/last-owner";
import { type MemberChange, memberChangeSchema } from "../schema";
import { disableMember, enableMember } from "./disable-member";
import { lockOrganisation } from "./lock-organisation";

type Refusal = MemberFailure | null;

/**
 * Changes what one member is: their role in the organisation or at one event, or takes them out, for good or until enabled
 * again. The last owner stays one. Whoever owned the organisation when the page was opened, and no longer does, changes nothing.
 */
export async function changeMember(
  scope: OrganisationScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Result<{ change: MemberChange["change"] }, MemberFailure>> {
  const parsed = memberChangeSchema.safeParse(body);
  if (!parsed.success) return fail("wrong_form");
  const input = parsed.data;
  const { organisationId, userId } = scope;
  return inTransaction(async (tx): Promise<Result<{ change: MemberChange["change"] }, MemberFailure>> => {
    if (!(await lockOrganisation(tx, scope))) return fail("not_owner");
    const refusal = await apply(tx, organisationId, input, now);
    if (refusal) return fail(refusal);
    const actor = { kind: "USER", id: userId } as const;
    const eventId = input.change === "event-role" ? { eventId: input.event } : {};
    const detail: Record<string, string> = "role" in input ? { role: input.role } : {};
    const subjectId = input.member;
    await recordAudit(tx, { organisationId, ...eventId, actor, action: ACTIONS[input.change], subjectId, detail }, now);
    return ok({ change: input.change });
  });
}

const ACTIONS = {
  role: "member.role-changed",
  remove: "member.removed",
  disable: "member.disabled",
  enable: "member.enabled",
  "event-role": "member.event-role-changed",
} as const satisfies Record<MemberChange["change"], string>;

async function apply(tx: Transaction, organisationId: string, input: MemberChange, now: Temporal.Instant) {
  switch (input.change) {
    case "role":
      return changeRole(tx, organisationId, input.member, input.role);
    case "remove":
      return removeMember(tx, organisationId, input.member);
    case "disable":
      if (!(await staysOwned(tx, organisationId, input.member, null))) return "last_owner";
      return disableMember(tx, organisationId, input.member, now);
    case "enable":
      return enableMember(tx, organisationId, input.member, now);
    case "event-role":
      return giveEventRole(tx, organisationId, input, now);
  }
}

async function staysOwned(
  tx: Transaction,
  organisationId: string,
  userId: string,
  becomes: Parameters<typeof keepsAnOwner>[2],
): Promise<boolean> {
  const members = await tx.membership.findMany({ where: { organisationId }, select: { userId: true, role: true } });
  return keepsAnOwner(members, userId, becomes);
}

async function changeRole(
  tx: Transaction,
  organisationId: string,
  userId: string,
  role: Extract<MemberChange, { change: "role" }>["role"],
): Promise<Refusal> {
  if (!(await staysOwned(tx, organisationId, userId, role))) return "last_owner";
  const { count } = await tx.membership.updateMany({ where: { organisationId, userId }, data: { role } });
  return count === 1 ? null : "member_gone";
}

async function removeMember(tx: Transaction, organisationId: string, userId: string): Promise<Refusal> {
  if (!(await staysOwned(tx, organisationId, userId, null))) return "last_owner";
  const removed = [
    await tx.membership.deleteMany({ where: { organisationId, userId } }),
    await tx.eventMembership.deleteMany({ where: { userId, event: { organisationId } } }),
    await tx.disabledMembership.deleteMany({ where: { organisationId, userId } }),
  ];
  return removed.some(({ count }) => count > 0) ? null : "member_gone";
}

/** Only to somebody who works here already; anybody else is invited, and says yes first. */
async function giveEventRole(
  tx: Transaction,
  organisationId: string,
  { member: userId, event: eventId, role }: Extract<MemberChange, { change: "event-role" }>,
  now: Temporal.Instant,
): Promise<Refusal> {
  if ((await tx.event.count({ where: { id: eventId, organisationId } })) === 0) return "event_unknown";
  const here =
    (await tx.membership.count({ where: { organisationId, userId } })) +
    (await tx.eventMembership.count({ where: { userId, event: { organisationId } } }));
  if (here === 0) return "member_gone";
  await tx.eventMembership.deleteMany({ where: { eventId, userId } });
  if (role !== "") {
    const data = { eventId, userId, role, createdAt: toTimestamp(now) };
    await tx.eventMembership.create({ data, select: { userId: true } });
  }
  return null;
}
