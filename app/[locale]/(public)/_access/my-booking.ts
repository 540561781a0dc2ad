import { notFound } from "next/navigation";
import type { Temporal } from "temporal-polyfill";
import { openBooking } from "@/lib/auth/personal-link-gate";
import type { BookingScope } from "@/lib/auth/scopes";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { getBooking, type MyBooking } from "@/lib/registrations/queries/my-booking";
import { keepToken, keptToken } from "./link-cookie";

const REFERENCE = /^[A-Z0-9-]{4,20}$/;
const cookieName = (reference: string) => `samling-booking-${reference}`;

/** Remembers in this browser that the link for a booking was opened. */
export function keepBooking(reference: string, token: string): Promise<void> {
  return keepToken(cookieName(reference), token);
}

/** The scope of a booking whose personal link was opened in this browser and still is valid; null for everything else. */
export async function findBookingScope(reference: string, now: Temporal.Instant): Promise<BookingScope | null> {
  if (!REFERENCE.test(reference)) return null;
  const token = await keptToken(cookieName(reference));
  if (!token) return null;
  const opened = await openBooking(token, now);
  return opened.ok && opened.value.reference === reference ? opened.value : null;
}

/** What every page about one's own booking begins with. `home` is the path of its first page. */
export type BookingOpening = {
  readonly booking: MyBooking;
  readonly scope: BookingScope;
  readonly locale: Locale;
  readonly home: string;
  readonly now: Temporal.Instant;
};

/** Opens the booking whose link was opened in this browser; for anybody else the page does not exist. */
export async function openMyBooking(params: Promise<{ locale: string; reference: string }>): Promise<BookingOpening> {
  const { locale: code, reference } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const scope = await findBookingScope(reference, now);
  if (!scope) notFound();
  return {
    booking: await getBooking(scope, now),
    scope,
    locale,
    home: localePath(locale, `/booking/${reference}`),
    now,
  };
}
