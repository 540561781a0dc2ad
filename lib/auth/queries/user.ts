import { database } from "@/lib/platform/db";
import type { UserScope } from "../scopes";

const fields = { id: true, email: true, name: true } as const;

/** The user with a normalised address who may sign in. Null for an unknown or disabled one. */
export function findUserByEmail(email: string) {
  return database().user.findFirst({ where: { email, disabledAt: null }, select: fields });
}

/** The user with an id who may sign in. */
export function findUserById(id: string) {
  return database().user.findFirst({ where: { id, disabledAt: null }, select: fields });
}

/** Whether a signed-in user owns any organisation here. */
export async function isOwner({ userId }: UserScope): Promise<boolean> {
  return (await database().membership.count({ where: { userId, role: "OWNER" } })) > 0;
}
