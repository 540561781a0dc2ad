import type { Locale } from "@/lib/core/localised";
import { plainName } from "@/lib/core/plain-name";
import { formatDate, formatLongDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { dateInWords, dayLines, eventHead, greeting, placeLines } from "./event-in-letter";
import type { InvitationInLetter } from "./invitation-reminder";
import { type Message, render } from "./render";

/** To somebody who opened the invitation and left without an answer, near the last day to give one. */
export function invitationUnfinished(invitation: InvitationInLetter, locale: Locale): Message {
  const { event, name, lastRegistrationDay, daysLeft, link } = invitation;
  const t = translator(locale, "mailEvent");
  const mail = translator(locale, "mail");
  const title = inLocale(event.title, locale);
  const deadline = mail("invitation.deadline", { date: formatLongDate(lastRegistrationDay, locale), days: daysLeft });
  return render({
    ...eventHead(event, event.days, locale, {
      name: plainName(name),
      answerBy: formatLongDate(lastRegistrationDay, locale),
    }),
    subject: t("unfinished.subject", { date: formatDate(lastRegistrationDay, locale), event: title }),
    preheader: `${deadline} ${dateInWords(event.days, locale)}.`,
    heading: t("unfinished.heading"),
    paragraphs: [greeting(name, locale), t("unfinished.intro", { event: title }), deadline, t("unfinished.ask")],
    facts: [
      { label: mail("when"), lines: dayLines(event, event.days, locale) },
      { label: mail("where"), lines: placeLines(event, locale) },
      { label: mail("lastRegistrationDay"), lines: [formatLongDate(lastRegistrationDay, locale)] },
    ],
    action: { label: mail("invitation.action"), url: link, note: mail("invitation.note") },
    next: null,
    footer: mail("footerInvited", { organiser: event.organiser, event: title }),
  });
}
