import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { atLocalTime } from "@/lib/core/local-date";
import { MUNICIPALITIES } from "@/lib/core/municipality-register";
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
  "Vi har planeringsdag på kontoret då",
  "Frågan ligger inte längre på min enhet. Bjud gärna in den som tog över.",
];

/** The event's invited: who came, who sent a colleague, who said no, who has only opened the link and who has not. */
export function addInvitations(rows: Rows, plan: EventPlan, registrations: Registrations, now: Temporal.Instant): void {
  const seeded = new Seeded(`invitations:${plan.slug}`);
  const sentAt = toTimestamp(atLocalTime(plan.opens, "07:30", ZONE));
  for (const group of plan.invitations ?? []) {
    states(group).forEach((state, index) => {
      const invited = registrations.newcomer(group.crowd);
      const isForwarded = state === "ACCEPTED" && index < (group.forwarded ?? 0);
      const attendee = isForwarded ? registrations.newcomer(group.crowd, invited.workplace) : invited;
      const accepted = state === "ACCEPTED" ? registrations.addConfirmed(group.category, attendee) : null;
      const answeredAt = accepted?.at ?? (state === "DECLINED" ? registeredAt(seeded, plan, now) : null);
      rows.invitation.push({
        id: seedId(`invitation:${plan.slug}:${invited.email}`),
        eventId: eventId(plan),
        categoryId: categoryId(plan, group.category),
        name: invited.name,
        email: invited.email,
        emailNormalised: invited.email,
        organisationName: invited.workplace.name,
        municipalityCode: invited.workplace.municipalityCode ?? office(seeded, group),
        groupName: group.group,
        locale: invited.locale,
        state: state === "UNSENT" ? "SENT" : state,
        declineReason: state === "DECLINED" && seeded.chance(0.8) ? seeded.pick(DECLINES) : null,
        extraGuests: group.extraGuests ?? 0,
        registrationId: accepted?.registrationId ?? null,
        answeredAt: answeredAt ? toTimestamp(answeredAt) : null,
        sentAt: state === "UNSENT" ? null : sentAt,
        createdAt: sentAt,
      });
    });
  }
}

function states({ accepted, declined, opened, unopened, unsent = 0 }: InvitationPlan): (InvitationState | "UNSENT")[] {
  return [
    ...Array<InvitationState>(accepted).fill("ACCEPTED"),
    ...Array<InvitationState>(declined).fill("DECLINED"),
    ...Array<InvitationState>(opened).fill("OPENED"),
    ...Array<InvitationState>(unopened).fill("SENT"),
    ...Array<"UNSENT">(unsent).fill("UNSENT"),
  ];
}

function office(seeded: Seeded, { offices }: InvitationPlan): string | null {
  if (!offices) return null;
  const name = seeded.pick(offices);
  return MUNICIPALITIES.find((entry) => entry.name === name)?.code ?? null;
}
