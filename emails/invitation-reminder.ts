import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { formatDate, formatLongDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { dateInWords, dayLines, type EventInLetter, eventHead, greeting, placeLines } from "./event-in-letter";
import { type Message, render } from "./render";

export type InvitationInLetter = {
  readonly event: EventInLetter;
  readonly name: string;
  readonly lastRegistrationDay: Temporal.PlainDate;
  /** Whole days from today to the last day to answer; 0 on that day. */
  readonly daysLeft: number;
  /** The invitation's personal link. */
  readonly link: string;
};

/** To somebody invited who has neither accepted nor declined: the last day in words and the days left. */
export function invitationReminder(invitation: InvitationInLetter, locale: Locale): Message {
  const { event, name, lastRegistrationDay, daysLeft, link } = invitation;
  const t = translator(locale, "mail");
  const title = inLocale(event.title, locale);
  const { organiser } = event;
  const deadline = t("invitation.deadline", { date: formatLongDate(lastRegistrationDay, locale), days: daysLeft });
  return render({
    ...eventHead(event, event.days, locale, {
      name: plainName(name),
      answerBy: formatLongDate(lastRegistrationDay, locale),
    }),
    subject: t("invitation.subject", { date: formatDate(lastRegistrationDay, locale), event: title }),
    preheader: `${deadline} ${dateInWords(event.days, locale)}.`,
    heading: t("invitation.heading"),
    paragraphs: [
      greeting(name, locale),
      t("invitation.intro", { organiser, event: title }),
      deadline,
      t("invitation.ask"),
    ],
    facts: [
      { label: t("when"), lines: dayLines(event, event.days, locale) },
      { label: t("where"), lines: placeLines(event, locale) },
      { label: t("lastRegistrationDay"), lines: [formatLongDate(lastRegistrationDay, locale)] },
    ],
    action: { label: t("invitation.action"), url: link, note: t("invitation.note") },
    next: null,
    footer: t("footerInvited", { organiser, event: title }),
  });
}
