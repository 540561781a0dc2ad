import { database, type Transaction } from "@/lib/platform/db";
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

/** The user whom an OpenID Connect provider knows, if they may sign in. */
export async function findUserByIdentity(identity: { readonly issuer: string; readonly subject: string }) {
  const found = await database().signInIdentity.findUnique({
    where: { issuer_subject: identity },
    select: { user: { select: { ...fields, disabledAt: true } } },
  });
  if (!found || found.user.disabledAt !== null) return null;
  const { disabledAt: _none, ...user } = found.user;
  return user;
}

/** Whether a signed-in user owns any organisation here. */
export async function isOwner({ userId }: UserScope): Promise<boolean> {
  return (await database().membership.count({ where: { userId, role: "OWNER" } })) > 0;
}

/** The organisations a signed-in user owns, by name. */
export function listOwnedOrganisations({ userId }: UserScope) {
  return database().organisation.findMany({
    where: { memberships: { some: { userId, role: "OWNER" } } },
    select: { id: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** Whether a signed-in user owns this organisation. */
export async function owns(user: UserScope, organisationId: string, tx: Transaction): Promise<boolean> {
  return (await tx.membership.count({ where: { userId: user.userId, organisationId, role: "OWNER" } })) > 0;
}
