import { bookingMade, bookingNamesLapsed } from "@/emails/booking-made";
import { changeAnswered } from "@/emails/change-answered";
import { eventCancelled } from "@/emails/event-cancelled";
import { eventChanged } from "@/emails/event-changed";
import { eventReminder } from "@/emails/event-reminder";
import { invitation } from "@/emails/invitation";
import { invitationReminder } from "@/emails/invitation-reminder";
import { invitationUnfinished } from "@/emails/invitation-unfinished";
import { mailing } from "@/emails/mailing";
import { memberInvitation } from "@/emails/member-invitation";
import { myLink } from "@/emails/my-link";
import { namesMissing } from "@/emails/names-missing";
import { offerExpiring } from "@/emails/offer-expiring";
import { practicalInformation } from "@/emails/practical-information";
import { registrationApproved } from "@/emails/registration-approved";
import { registrationCancelled } from "@/emails/registration-cancelled";
import { registrationChanged } from "@/emails/registration-changed";
import { registrationConfirmed } from "@/emails/registration-confirmed";
import { registrationLapsed, registrationRejected } from "@/emails/registration-ended";
import { registrationErased } from "@/emails/registration-erased";
import { registrationExists } from "@/emails/registration-exists";
import { registrationOffer, sessionOffer } from "@/emails/registration-offer";
import { registrationPending } from "@/emails/registration-pending";
import { registrationSubstituted } from "@/emails/registration-substituted";
import { registrationWaiting } from "@/emails/registration-waiting";
import type { Message } from "@/emails/render";
import { signIn } from "@/emails/sign-in";
import { waitingReminder } from "@/emails/waiting-reminder";
import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { MailMessage } from "@/lib/mail/commands/enqueue-mail";
import { type SampleGround, sampleOf } from "./sample-ground";
import { SPEAKER_SAMPLES } from "./speaker-samples";

type Sample = ReturnType<typeof sampleOf>;
const IN_LINE: Parameters<typeof registrationWaiting>[1] = { place: 3, why: { full: [], offers: { kind: "in-turn" } } };

type Words = (key: "reason" | "answer" | "message" | "subject" | "text") => string;

/** Every message in the order in which somebody may meet it. A new message without a sample here does not compile. */
const SAMPLES: Readonly<Record<MailMessage, (sample: Sample, locale: Locale, words: Words) => Message>> = {
  invitation: ({ invited, registration, link }, locale) =>
    invitation(
      {
        event: { ...registration.event, lastRegistrationDay: invited.lastRegistrationDay },
        name: invited.name,
        extraGuests: 1,
        isForwardable: false,
        opensOn: null,
        link,
      },
      locale,
    ),
  "invitation-reminder": ({ invited }, locale) => invitationReminder(invited, locale),
  "invitation-unfinished": ({ invited }, locale) => invitationUnfinished(invited, locale),

  "registration-confirmed": ({ registration }, locale) => registrationConfirmed(registration, locale),
  "booking-made": ({ booking }, locale) => bookingMade(booking, 0, locale),
  "booking-names-lapsed": ({ booking }, locale) => bookingNamesLapsed(booking, 1, locale),
  "names-missing": ({ booking }, locale) => namesMissing(booking, locale),
  "registration-exists": ({ registration }, locale) => registrationExists(registration, locale),
  "my-link": ({ registration }, locale) => myLink(registration, locale),
  "registration-changed": ({ registration }, locale) => registrationChanged(registration, locale),
  "change-answered": ({ registration }, locale, words) =>
    changeAnswered(registration, { granted: true, text: words("answer") }, locale),

  "registration-pending": ({ registration }, locale) => registrationPending(registration, locale),
  "registration-approved": ({ registration }, locale) => registrationApproved(registration, locale),
  "registration-rejected": ({ about }, locale, words) =>
    registrationRejected({ ...about, reason: words("reason") }, locale),
  "registration-waiting": ({ registration }, locale) => registrationWaiting(registration, IN_LINE, locale),
  "registration-offer": ({ registration, until }, locale) => registrationOffer(registration, until, locale),
  "session-offer": ({ registration, session, until }, locale) => sessionOffer(registration, { session, until }, locale),
  "waiting-reminder": ({ registration }, locale) => waitingReminder(registration, IN_LINE, locale),
  "offer-expiring": ({ registration, until }, locale) => offerExpiring(registration, { until, session: null }, locale),
  "registration-lapsed": ({ about, lastRegistrationDay }, locale) =>
    registrationLapsed({ ...about, lastRegistrationDay }, locale),

  "event-changed": ({ registration, changes }, locale) =>
    eventChanged(registration, { changes, hasPlace: true }, locale),
  "practical-information": ({ registration, practicalities }, locale) =>
    practicalInformation(registration, practicalities, locale),
  "event-reminder": ({ registration }, locale) => eventReminder({ registration, daysLeft: 1 }, locale),
  mailing: ({ registration }, locale, words) =>
    mailing({ registration, subject: words("subject"), text: words("text") }, locale),
  "mailing-test": ({ registration }, locale, words) => {
    const subject = translator(locale, "mailings")("testSubject", { subject: words("subject") });
    return { ...mailing({ registration, subject: words("subject"), text: words("text") }, locale), subject };
  },

  "registration-cancelled": ({ about, lastRegistrationDay }, locale) =>
    registrationCancelled({ ...about, lastRegistrationDay, hadPlace: true }, locale),
  "registration-substituted": ({ about }, locale) => registrationSubstituted(about, locale),
  "registration-erased": ({ registration, link }, locale) =>
    registrationErased({ event: registration.event, eventUrl: link }, locale),
  "event-cancelled": ({ about }, locale, words) =>
    eventCancelled({ ...about, toldAs: "confirmed", message: words("message") }, locale),

  ...SPEAKER_SAMPLES,

  "member-invitation": ({ about, link }, locale) => {
    const t = translator(locale, "team");
    return memberInvitation(
      {
        ...{
          name: about.name,
          organisation: about.event.organiser,
          event: inLocale(about.event.title, locale),
          link,
        },
        ...{ invitedBy: null, email: "asa.oberg@example.org", lastDay: about.event.lastRegistrationDay },
        role: { name: t("role.EDITOR"), may: t("may.EDITOR") },
      },
      locale,
    );
  },
  "sign-in": ({ about, link }, locale) => signIn({ name: about.name, code: "402913", link }, locale),
};

/** One message as somebody would read it at this event. Without a way to decline it, which is no sample's to press. */
export function sampleLetter(message: MailMessage, ground: SampleGround, locale: Locale): Message {
  const t = translator(locale, "mailSamples");
  return SAMPLES[message](sampleOf(ground, locale), locale, (key) => t(`written.${key}`));
}

/** All messages that have a sample: all there are. */
export const SAMPLED = Object.keys(SAMPLES) as MailMessage[];
