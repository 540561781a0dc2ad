import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { atLocalTime } from "@/lib/core/local-date";
import type { InvitationState } from "@/lib/platform/generated/client";
import type { Registrations } from "@/prisma/seed/demo/attendance-rows";
import { registeredAt } from "@/prisma/seed/demo/booking-curve";
import { categoryId, eventId, ZONE } from "@/prisma/seed/demo/event-rows";
import type { EventPlan, InvitationPlan } from "@/prisma/seed/demo/plan";
import type { Rows } from "@/prisma/seed/demo/rows";
import { Seeded, seedId } from "@/prisma/seed/demo/seeded";

const DECLINES = [
  "Kan tyvärr inte den dagen",
  "En kollega kommer i stället",
  "Är på tjänsteresa",
  "Deltog i förra omgången",
];

/** The event's invited: who came, who said no, who has only opened the link and who has not. */
export function addInvitations(rows: Rows, plan: EventPlan, registrations: Registrations, now: Temporal.Instant): void {
  const seeded = new Seeded(`invitations:${plan.slug}`);
  for (const group of plan.invitations ?? []) {
    for (const state of states(group)) {
      const attendee = registrations.newcomer(group.crowd);
      const accepted = state === "ACCEPTED" ? registrations.addConfirmed(group.category, attendee) : null;
      const answeredAt = accepted?.at ?? (state === "DECLINED" ? registeredAt(seeded, plan, now) : null);
      rows.invitation.push({
        id: seedId(`invitation:${plan.slug}:${attendee.email}`),
        eventId: eventId(plan),
        categoryId: categoryId(plan, group.category),
        name: attendee.name,
        email: attendee.email,
        emailNormalised: attendee.email,
        organisationName: attendee.workplace.name,
        groupName: group.group,
        locale: attendee.locale,
        state,
        declineReason: state === "DECLINED" ? seeded.pick(DECLINES) : null,
        registrationId: accepted?.registrationId ?? null,
        answeredAt: answeredAt ? toTimestamp(answeredAt) : null,
        createdAt: toTimestamp(atLocalTime(plan.opens, "07:30", ZONE)),
      });
    }
  }
}

function states({ accepted, declined, opened, unopened }: InvitationPlan): InvitationState[] {
  return [
    ...Array<InvitationState>(accepted).fill("ACCEPTED"),
    ...Array<InvitationState>(declined).fill("DECLINED"),
    ...Array<InvitationState>(opened).fill("OPENED"),
    ...Array<InvitationState>(unopened).fill("SENT"),
  ];
}
