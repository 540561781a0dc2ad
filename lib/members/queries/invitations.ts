import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { UserScope } from "@/lib/auth/scopes";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

const what = {
  id: true,
  email: true,
  role: true,
  expiresAt: true,
  organisation: { select: { name: true } },
  event: { select: { title: true } },
  invitedBy: { select: { name: true, email: true } },
} as const;

export type OpenInvitation = Awaited<ReturnType<typeof findOpen>>[number];

async function findOpen(where: { readonly email: string } | { readonly id: string }, now: Temporal.Instant) {
  const rows = await database().memberInvitation.findMany({
    where: { ...where, closedAt: null, expiresAt: { gt: toTimestamp(now) } },
    select: what,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ event, organisation, expiresAt, invitedBy, ...row }) => ({
    ...row,
    organisation: organisation.name,
    event: event && localised(event.title),
    invitedBy: invitedBy && (invitedBy.name ?? invitedBy.email),
    expiresAt: fromTimestamp(expiresAt),
  }));
}

/** The open invitations to the address that somebody is signed in with. */
export function listMyInvitations({ email }: UserScope, now: Temporal.Instant) {
  return findOpen({ email }, now);
}

/** One open invitation by its id, which only its mail tells; null when it is answered, withdrawn or too old. */
export async function findInvitation(id: unknown, now: Temporal.Instant): Promise<OpenInvitation | null> {
  const parsed = z.uuid().safeParse(id);
  return parsed.success ? ((await findOpen({ id: parsed.data }, now))[0] ?? null) : null;
}
