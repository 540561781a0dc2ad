import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { toDateColumn } from "@/lib/core/local-date";
import type { EventWishes } from "./factories/event";
import { createRegistration } from "./factories/registration";
import { siteDatabase, siteEvent } from "./site-database";

export type EventState = "full" | "closed" | "cancelled" | "not yet open" | "invitation only" | "over";

/** The slug of a new event that nobody can register for, by why. */
export async function eventThatIs(state: EventState): Promise<string> {
  const event = await siteEvent(state.replaceAll(" ", "-"), wishes(state));
  if (state === "full") {
    const only = { reference: event.slug, email: `${event.slug}@example.org` };
    await createRegistration(siteDatabase(), event, only, currentInstant());
  }
  return event.slug;
}

function wishes(state: EventState): EventWishes {
  const today = currentInstant().toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
  const column = (days: number) => toDateColumn(today.add({ days }));
  switch (state) {
    case "full":
      return { capacity: 1 };
    case "closed":
      return { lastRegistrationDay: column(-1) };
    case "cancelled":
      return { status: "CANCELLED", cancelledAt: toTimestamp(currentInstant()) };
    case "not yet open":
      return { registrationOpensOn: column(3) };
    case "invitation only":
      return { access: "INVITATION_ONLY" };
    case "over":
      return {
        daysAhead: -10,
        registrationOpensOn: column(-60),
        lastRegistrationDay: column(-20),
        needsDeletedOn: column(-5),
      };
  }
}
