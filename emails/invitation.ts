import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { formatDate, formatLongDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { dateInWords, dayLines, type EventInLetter, eventHead, greeting, placeLines } from "./event-in-letter";
import { type Message, render } from "./render";

/** An invitation as its letter says it. */
export type NewInvitationInLetter = {
  readonly event: EventInLetter & { readonly lastRegistrationDay: Temporal.PlainDate };
  readonly name: string;
  /** How many more this person may bring. */
  readonly extraGuests: number;
  /** Whether somebody else may come instead. */
  readonly isForwardable: boolean;
  /** The day from which one can accept, when that is still to come. */
  readonly opensOn: Temporal.PlainDate | null;
  /** The invitation's personal link. */
  readonly link: string;
};

/** To somebody the organiser invites: what, when and where, by when to answer, and the link to do it with. */
export function invitation(invited: NewInvitationInLetter, locale: Locale): Message {
  const { event, name, extraGuests, isForwardable, opensOn, link } = invited;
  const t = translator(locale, "mailInvitation");
  const mail = translator(locale, "mail");
  const title = inLocale(event.title, locale);
  const { organiser, lastRegistrationDay } = event;
  const words = dateInWords(event.days, locale);
  return render({
    ...eventHead(event, event.days, locale, {
      name: plainName(name),
      answerBy: formatLongDate(lastRegistrationDay, locale),
    }),
    subject: t("subject", { event: title }),
    preheader: t("preheader", { date: words, last: formatDate(lastRegistrationDay, locale) }),
    heading: t("heading"),
    paragraphs: [
      greeting(name, locale),
      t("intro", { organiser, event: title }),
      ...(opensOn ? [t("opens", { date: formatLongDate(opensOn, locale) })] : []),
      t("ask", { date: formatLongDate(lastRegistrationDay, locale) }),
      ...(extraGuests > 0 ? [t("guests", { guests: extraGuests })] : []),
      t(isForwardable ? "forwardable" : "personal"),
    ],
    kept: [
      ...(opensOn ? [t("opens", { date: formatLongDate(opensOn, locale) })] : []),
      ...(extraGuests > 0 ? [t("guests", { guests: extraGuests })] : []),
    ],
    facts: [
      { label: mail("when"), lines: dayLines(event, event.days, locale) },
      { label: mail("where"), lines: placeLines(event, locale) },
      { label: mail("lastRegistrationDay"), lines: [formatLongDate(lastRegistrationDay, locale)] },
    ],
    action: { label: t("action"), url: link, note: t(isForwardable ? "noteForwardable" : "notePersonal") },
    next: null,
    footer: mail("footerInvited", { organiser, event: title }),
  });
}
