import type { Temporal } from "temporal-polyfill";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import type { Permission } from "./policy";
import { roleAtEvent } from "./rules/role-at-event";
import type { EventScope } from "./scopes";
import { openUser } from "./user-gate";

/** Why an event's door stays closed. Another tenant's event is not found: its existence is nobody's business. */
export type EventGateFailure = "signed_out" | "not_found" | "forbidden_for_role";

/**
 * Mints an organiser's scope for one event from the session cookie and the event's slug. Members of the event's own
 * organisation act in their role, or in the one they have at this event; members of a co-organising one as CO_ORGANISER, at the whole event or at the sessions
 * it hosts, as the event says.
 */
export async function openEvent(
  sessionToken: string | undefined,
  slug: string,
  permission: Permission,
  now: Temporal.Instant,
): Promise<Result<EventScope, EventGateFailure>> {
  const user = await openUser(sessionToken, now);
  if (!user.ok) return user;
  const event = await findEventOf(user.value.userId, slug);
  if (!event) return fail("not_found");
  const standing = standingAt(event);
  if (!standing) return fail("not_found");
  if (!permission(standing.role)) return fail("forbidden_for_role");
  const { id: eventId, organisationId } = event;
  return ok({ eventId, organisationId, userId: user.value.userId, ...standing } as EventScope);
}

/**
 * Mints the scope of somebody for what they have set going and that goes on without them: null when they may not do it any
 * more, or have been disabled since.
 */
export async function openEventLater(
  userId: string,
  eventId: string,
  permission: Permission,
): Promise<EventScope | null> {
  const user = await database().user.findFirst({ where: { id: userId, disabledAt: null }, select: { id: true } });
  const named = await database().event.findUnique({ where: { id: eventId }, select: { slug: true } });
  const event = user && named && (await findEventOf(userId, named.slug));
  const standing = event && standingAt(event);
  if (!standing || !permission(standing.role)) return null;
  return { eventId, organisationId: event.organisationId, userId, ...standing } as EventScope;
}

function findEventOf(userId: string, slug: string) {
  return database().event.findUnique({
    where: { slug },
    select: {
      id: true,
      organisationId: true,
      organisation: { select: { memberships: { where: { userId }, select: { role: true } } } },
      memberships: { where: { userId }, select: { role: true } },
      coOrganisers: {
        // Who only minds the co-organiser's own doors or money has no errand in somebody else's list.
        where: {
          access: { not: "NONE" },
          organisation: { memberships: { some: { userId, role: { notIn: ["DOOR", "FINANCE"] } } } },
        },
        orderBy: [{ position: "asc" }, { organisationId: "asc" }],
        select: { organisationId: true, access: true },
      },
    },
  });
}

type Standing = Pick<EventScope, "role" | "reach" | "thisEventOnly">;
type EventOfUser = NonNullable<Awaited<ReturnType<typeof findEventOf>>>;

function standingAt(event: EventOfUser): Standing | null {
  const [inOrganisation, atEvent] = [event.organisation.memberships[0]?.role, event.memberships[0]?.role];
  const role = roleAtEvent(inOrganisation, atEvent);
  if (role) return { role, reach: { kind: "whole-event" }, thisEventOnly: !inOrganisation };
  if (event.coOrganisers.some((each) => each.access === "WHOLE_EVENT"))
    return { role: "CO_ORGANISER", reach: { kind: "whole-event" }, thisEventOnly: true };
  const host = event.coOrganisers[0];
  return host
    ? {
        ...{ role: "CO_ORGANISER", thisEventOnly: true },
        reach: { kind: "hosted-sessions", organisationId: host.organisationId },
      }
    : null;
}
