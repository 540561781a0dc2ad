import { invitation as invitationLetter } from "@/emails/invitation";
import { invitationUnfinished } from "@/emails/invitation-unfinished";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { localDate } from "@/lib/core/local-date";
import { isAhead, personalLinkExpiry } from "@/lib/events/rules/event-life";
import { registrationWindow } from "@/lib/events/rules/registration-window";
import { localePath } from "@/lib/i18n/paths";
import type { Composer } from "@/lib/mail/composed";
import { env } from "@/lib/platform/env";
import { findInvitationInMail } from "../queries/invitation-in-mail";

/** How invitations are composed. Whoever has answered meanwhile, or can no longer answer, gets none. */
export const invitationMails = {
  invitation: async ({ invitationId, locale }, now) => {
    const found = invitationId ? await findInvitationInMail(invitationId) : null;
    if (!found || found.isAnswered || found.isWithdrawn) return "obsolete";
    const { id, event } = found;
    const window = registrationWindow(event, now);
    if (!isAhead(event, now) || window.state === "closed" || window.state === "over") return "obsolete";
    const token = await mintPersonalLink({ purpose: "INVITATION", invitationId: id }, personalLinkExpiry(event));
    const letter = {
      ...found,
      opensOn: window.state === "not-yet-open" ? event.registrationOpensOn : null,
      link: `${new URL(env().APP_URL).origin}${localePath(locale, `/i/${token}`)}`,
    };
    return { ...invitationLetter(letter, locale), replyTo: event.contact };
  },

  "invitation-unfinished": async ({ invitationId, locale }, now) => {
    const found = invitationId ? await findInvitationInMail(invitationId) : null;
    // To whom has opened the invitation and not answered; who never opened it gets the other reminder.
    if (!found || found.isAnswered || found.isWithdrawn || !found.isOpened) return "obsolete";
    const { id, name, event } = found;
    if (!isAhead(event, now) || registrationWindow(event, now).state !== "open") return "obsolete";
    const token = await mintPersonalLink({ purpose: "INVITATION", invitationId: id }, personalLinkExpiry(event));
    const { lastRegistrationDay } = event;
    const letter = {
      event,
      name,
      lastRegistrationDay,
      daysLeft: localDate(now, event.timeZone).until(lastRegistrationDay, { largestUnit: "days" }).days,
      link: `${new URL(env().APP_URL).origin}${localePath(locale, `/i/${token}`)}`,
    };
    return { ...invitationUnfinished(letter, locale), replyTo: event.contact };
  },
} satisfies Record<string, Composer>;
