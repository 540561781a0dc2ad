import { memberInvitation } from "@/emails/member-invitation";
import { localDate } from "@/lib/core/local-date";
import { inLocale } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { Composer } from "@/lib/mail/composed";
import { env } from "@/lib/platform/env";
import { findInvitation } from "./queries/invitations";

const ZONE = "Europe/Stockholm";

/** How an invitation to work here is composed. Nothing in it is a secret: whoever answers has signed in with the address. */
export const memberMails = {
  "member-invitation": async ({ params, to, locale }, now) => {
    const invitation = await findInvitation(params["memberInvitationId"], now);
    if (!invitation) return "obsolete";
    const { id, organisation, event, role, invitedBy, email, expiresAt } = invitation;
    const link = new URL(localePath(locale, "/sign-in"), env().APP_URL);
    link.search = new URLSearchParams({ invitation: id }).toString();
    const t = translator(locale, "team");
    return memberInvitation(
      {
        ...{ name: to.name, organisation, event: event && inLocale(event, locale), invitedBy, email, link: link.href },
        role: { name: t(`role.${role}`), may: t(`may.${role}`) },
        lastDay: localDate(expiresAt, ZONE),
      },
      locale,
    );
  },
} satisfies Record<string, Composer>;
