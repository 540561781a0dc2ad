import { database } from "@/lib/platform/db";

const fields = { id: true, email: true, name: true } as const;

/** The user with a normalised address who may sign in. Null for an unknown or disabled one. */
export function findUserByEmail(email: string) {
  return database().user.findFirst({ where: { email, disabledAt: null }, select: fields });
}

/** The user with an id who may sign in. */
export function findUserById(id: string) {
  return database().user.findFirst({ where: { id, disabledAt: null }, select: fields });
}
