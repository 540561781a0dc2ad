import type { MemberRole } from "@/lib/auth/scopes";

/** Somebody who may use their role now. */
export type Standing = { readonly userId: string; readonly role: MemberRole };

/**
 * Whether an organisation still has an owner when a member gets another role, or none. Somebody must be able to let people in,
 * so the last owner is neither removed, disabled nor made anything less.
 */
export function keepsAnOwner(members: readonly Standing[], userId: string, becomes: MemberRole | null): boolean {
  return members.some((member) => (member.userId === userId ? becomes : member.role) === "OWNER");
}
