import type { Temporal } from "temporal-polyfill";
import { type BookingInLetter, bookingMade, bookingNamesLapsed } from "@/emails/booking-made";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import type { Locale } from "@/lib/core/localised";
import { isAhead, personalLinkExpiry } from "@/lib/events/rules/event-life";
import { localePath } from "@/lib/i18n/paths";
import type { ClaimedMail, ComposedMail, Composer } from "@/lib/mail/composed";
import { env } from "@/lib/platform/env";
import { type BookingInMail, findBookingInMail } from "../queries/booking-in-mail";

/** The messages to whoever booked for others, composed from the state as it is when they leave. */
export const bookingMails = {
  "booking-made": aboutBooking(async (booking, locale, _now, { refused }) =>
    bookingMade(await bookingInLetter(booking, locale), typeof refused === "number" ? refused : 0, locale),
  ),

  "booking-names-lapsed": aboutBooking(async (booking, locale, _now, { count }) =>
    typeof count === "number" ? bookingNamesLapsed(await bookingInLetter(booking, locale), count, locale) : "obsolete",
  ),
} satisfies Record<string, Composer>;

/** A message about a booking at an event that is still to come; answers go to the event's contact. */
export function aboutBooking(
  compose: (
    booking: BookingInMail,
    locale: Locale,
    now: Temporal.Instant,
    params: ClaimedMail["params"],
  ) => Promise<ComposedMail | "obsolete">,
): Composer {
  return async (mail, now) => {
    const booking = mail.bookingId ? await findBookingInMail(mail.bookingId) : null;
    if (!booking || !isAhead(booking.event, now)) return "obsolete";
    const composed = await compose(booking, mail.locale, now, mail.params);
    return composed === "obsolete" ? composed : { ...composed, replyTo: booking.event.contact };
  };
}

/** The booking as a letter says it, with a personal link made for this very letter. */
export async function bookingInLetter(booking: BookingInMail, locale: Locale): Promise<BookingInLetter> {
  const token = await mintPersonalLink(
    { purpose: "BOOKING", bookingId: booking.id },
    personalLinkExpiry(booking.event),
  );
  return { ...booking, link: `${new URL(env().APP_URL).origin}${localePath(locale, `/b/${token}`)}` };
}
