import type { MergeField } from "@/lib/i18n/merge-fields";

const ABOUT_EVENT = ["name", "event", "date", "place", "organiser", "contact"] as const;
const ABOUT_PLACE = [...ABOUT_EVENT, "reference"] as const;
const ABOUT_INVITATION = [...ABOUT_EVENT, "answerBy"] as const;
/** What can be said to somebody with a registration. */
export const ABOUT_REGISTRATION = [...ABOUT_PLACE, "category", "days", "sessions"] as const;
const ABOUT_OFFER = [...ABOUT_REGISTRATION, "answerBy"] as const;

/**
 * The messages that an organiser may write in their own words, in the order somebody meets them, with the fields each offers.
 * Not those in which the product itself speaks to whoever owns an address: sign-in, the link somebody asked for, the answer
 * to a second registration with the same address, and that data has been erased.
 */
export const OWN_MESSAGES = {
  invitation: ABOUT_INVITATION,
  "invitation-reminder": ABOUT_INVITATION,
  "invitation-unfinished": ABOUT_INVITATION,
  "registration-confirmed": ABOUT_REGISTRATION,
  "booking-made": ABOUT_PLACE,
  "names-missing": ABOUT_PLACE,
  "booking-names-lapsed": ABOUT_PLACE,
  "registration-changed": ABOUT_REGISTRATION,
  "change-answered": ABOUT_REGISTRATION,
  "registration-pending": ABOUT_REGISTRATION,
  "registration-approved": ABOUT_REGISTRATION,
  "registration-rejected": ABOUT_PLACE,
  "registration-waiting": ABOUT_REGISTRATION,
  "waiting-reminder": ABOUT_REGISTRATION,
  "registration-offer": ABOUT_OFFER,
  "session-offer": ABOUT_OFFER,
  "offer-expiring": ABOUT_OFFER,
  "registration-lapsed": ABOUT_PLACE,
  "event-changed": ABOUT_REGISTRATION,
  "event-cancelled": ABOUT_EVENT,
  "practical-information": ABOUT_REGISTRATION,
  "event-reminder": ABOUT_REGISTRATION,
  "registration-cancelled": ABOUT_PLACE,
  "registration-substituted": ABOUT_PLACE,
} as const satisfies Record<string, readonly MergeField[]>;

export type OwnMessage = keyof typeof OWN_MESSAGES;

/** A message that organisers may word, by its name; null for any other. */
export function ownMessage(name: string): OwnMessage | null {
  return Object.hasOwn(OWN_MESSAGES, name) ? (name as OwnMessage) : null;
}
