import type { Temporal } from "temporal-polyfill";
import type { MemberRole, OrganisationScope, UserScope } from "@/lib/auth/scopes";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

type AtEvent = { readonly id: string; readonly title: Localised; readonly role: MemberRole };
export type TeamMember = {
  readonly userId: string;
  readonly name: string | null;
  readonly email: string;
  /** Null for somebody who works at events only. */
  readonly role: MemberRole | null;
  readonly events: readonly AtEvent[];
  readonly isDisabled: boolean;
};

const person = { select: { id: true, name: true, email: true } } as const;
const atEvent = { select: { id: true, title: true } } as const;

/** Everybody who works in an organisation or at one of its events, who has been disabled, who is invited, and its events. */
export async function getTeam({ organisationId }: OrganisationScope, now: Temporal.Instant) {
  const db = database();
  const [members, eventMembers, disabled, invitations, events] = await Promise.all([
    db.membership.findMany({ where: { organisationId }, select: { role: true, user: person } }),
    db.eventMembership.findMany({
      where: { event: { organisationId } },
      select: { role: true, user: person, event: atEvent },
      orderBy: { event: { startsOn: "desc" } },
    }),
    db.disabledMembership.findMany({
      where: { organisationId },
      select: { role: true, user: person, event: atEvent },
    }),
    db.memberInvitation.findMany({
      where: { organisationId, closedAt: null, expiresAt: { gt: toTimestamp(now) } },
      select: { id: true, email: true, role: true, expiresAt: true, event: { select: { title: true } } },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    }),
    db.event.findMany({
      where: { organisationId, status: { not: "ARCHIVED" } },
      select: { id: true, title: true },
      orderBy: [{ startsOn: "desc" }, { slug: "asc" }],
    }),
  ]);
  const standings = [
    ...members.map((each) => ({ ...each, event: null, isDisabled: false })),
    ...eventMembers.map((each) => ({ ...each, isDisabled: false })),
    ...disabled.map((each) => ({ ...each, isDisabled: true })),
  ];
  const people = new Map<string, TeamMember>();
  for (const { user, role, event, isDisabled } of standings) {
    const { id: userId, name, email } = user;
    const known = people.get(userId) ?? { userId, name, email, role: null, events: [], isDisabled };
    const more = event ? [{ id: event.id, title: localised(event.title), role }] : [];
    people.set(userId, { ...known, role: event ? known.role : role, events: [...known.events, ...more] });
  }
  const named = ({ name, email }: TeamMember) => name ?? email;
  return {
    members: [...people.values()].sort((a, b) => named(a).localeCompare(named(b), "sv")),
    invitations: invitations.map(({ event, expiresAt, ...invitation }) => ({
      ...invitation,
      event: event && localised(event.title),
      expiresAt: fromTimestamp(expiresAt),
    })),
    events: events.map(({ id, title }) => ({ id, title: localised(title) })),
  };
}

/** The organisations that a user owns, by name. */
export function listOwnedOrganisations({ userId }: UserScope) {
  return database().organisation.findMany({
    where: { memberships: { some: { userId, role: "OWNER" } } },
    select: { slug: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}
