import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { invitationQuery, parseInvitationFilter } from "@/lib/registrations/invitation-schema";
import { canInvite } from "@/lib/registrations/policy";
import { getInvitationBoard } from "@/lib/registrations/queries/invitation-board";
import { countSendable } from "@/lib/registrations/queries/sendable";
import { requireEvent } from "../../../../_access/require";
import { ToolForm } from "../../../../_form/tool-form";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { filterInWords } from "../_board/describe";
import { send } from "../actions";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "invitations")("sendTitle"), robots: { index: false } };
}

/** How many would be sent an invitation, and the button that does it. */
export default async function SendInvitationsPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const path = `/organise/${slug}/invitations`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path: `${path}/send` }, now);
  if (!canInvite(scope)) notFound();
  const filter = parseInvitationFilter(raw);
  const again = raw["again"] === "yes";
  const { title } = await getInvitationBoard(scope, filter, 1);
  const count = await countSendable(scope, { kind: "shown", filter, again }, now);
  const t = translator(locale, "invitations");
  const chosen = filterInWords(filter, locale);
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("sendTitle")}
      event={{ slug, title, role: scope.role, current: "invitations" }}
    >
      <p>
        <strong>{count.ok ? t("sendCount", { count: count.value }) : t(count.code)}</strong>
      </p>
      {count.ok && count.value > 0 && (
        <>
          {chosen !== "" && <p>{t("sendFilter", { filter: chosen })}</p>}
          <p>{t(again ? "sendAgainWhat" : "sendWhat")}</p>
          <ToolForm
            action={send}
            hidden={{
              ...{ event: slug, locale, ...filter },
              again: again ? "yes" : "",
              shownAt: String(now.epochMilliseconds),
            }}
            texts={{
              submit: t("sendSubmit", { count: count.value }),
              working: t("sending"),
              errorTitle: t("errorTitle", { title: t("sendTitle") }),
            }}
          />
        </>
      )}
      <p>
        <a href={localePath(locale, path + invitationQuery(filter))}>{t("back")}</a>
      </p>
    </OrganiserFrame>
  );
}
