import type { Temporal } from "temporal-polyfill";
import { fromDateColumn } from "@/lib/core/local-date";
import { type EventInMail, eventInMail, eventInMailColumns } from "@/lib/events/queries/event-in-mail";
import { database } from "@/lib/platform/db";
import type { RegistrationState } from "../rules/transitions";

/** A booking with its event and its people as its mails need them; nothing of what they answered. */
export type BookingInMail = {
  readonly id: string;
  readonly reference: string;
  readonly registrantName: string;
  readonly event: EventInMail;
  readonly lastNamingDay: Temporal.PlainDate | null;
  /** In the order in which they were booked; without a name where that is still to come. */
  readonly people: readonly { readonly name: string | null; readonly state: RegistrationState }[];
};

/** The booking as it is now, or null when it has been erased. */
export async function findBookingInMail(id: string): Promise<BookingInMail | null> {
  const row = await database().booking.findUnique({
    where: { id },
    select: {
      reference: true,
      registrantName: true,
      event: { select: { ...eventInMailColumns, lastNamingDay: true } },
      registrations: {
        where: { state: { not: "SUBSTITUTED" } },
        select: { name: true, state: true },
        orderBy: { id: "asc" },
      },
    },
  });
  if (!row) return null;
  const { reference, registrantName, event, registrations } = row;
  return {
    id,
    reference,
    registrantName,
    event: eventInMail(event),
    lastNamingDay: event.lastNamingDay && fromDateColumn(event.lastNamingDay),
    people: registrations.map(({ name, state }) => ({ name: state === "HELD" ? null : name, state })),
  };
}
