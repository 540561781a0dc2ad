import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { formatLongDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { greeting } from "./event-in-letter";
import { type Message, render } from "./render";

export type MemberInvitationLetter = {
  readonly name: string | null;
  readonly organisation: string;
  /** The one event it is about, in the reader's language; null for the whole organisation. */
  readonly event: string | null;
  /** What one would be, and may do, in the reader's language. */
  readonly role: { readonly name: string; readonly may: string };
  readonly invitedBy: string | null;
  /** The address it came to, with which one signs in. */
  readonly email: string;
  readonly lastDay: Temporal.PlainDate;
  /** The page to sign in on; opening it accepts nothing. */
  readonly link: string;
};

/** Asks somebody to work in an organisation, or at one of its events. */
export function memberInvitation(letter: MemberInvitationLetter, locale: Locale): Message {
  const { organisation, event, role, invitedBy, email, lastDay, link } = letter;
  const t = translator(locale, "mailMember");
  const place = event ?? organisation;
  return render({
    locale,
    subject: t("subject", { place }),
    preheader: t("preheader", { role: role.name, organisation }),
    masthead: organisation,
    accent: null,
    date: null,
    title: null,
    heading: t("heading", { place }),
    paragraphs: [
      greeting(letter.name, locale),
      invitedBy ? t("introBy", { inviter: invitedBy, place }) : t("intro", { organisation, place }),
    ],
    code: null,
    facts: [
      ...(event ? [{ label: t("organisation"), lines: [organisation] }] : []),
      { label: t("role"), lines: [role.name, role.may] },
    ],
    action: { label: t("action"), url: link, note: t("validity", { date: formatLongDate(lastDay, locale), email }) },
    next: null,
    contact: t("notYou"),
    footer: t("footer", { organisation }),
  });
}
