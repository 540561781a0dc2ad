import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { OrganisersInvitation } from "@/lib/registrations/queries/organisers-invitation";
import { ToolForm } from "../../../../_form/tool-form";
import frameStyles from "../../../../_frame/frame.module.css";
import { extend, guests, send, withdraw } from "../actions";

type Props = {
  readonly invitation: OrganisersInvitation;
  readonly slug: string;
  readonly now: Temporal.Instant;
  readonly locale: Locale;
};

/** Whoever has a place or waits for one: that is cancelled, not the invitation taken back. */
const COMING = ["CONFIRMED", "PENDING_APPROVAL", "WAITLISTED", "OFFERED"];

/** What an organiser can do with one invitation: send it, give more time, allow guests, take it back. */
export function InvitationActions({ invitation, slug, now, locale }: Props) {
  const t = translator(locale, "invitations");
  const { id, status } = invitation;
  const hidden = { event: slug, id, locale };
  const texts = (submit: string) => ({
    submit,
    working: t("working"),
    errorTitle: t("errorTitle", { title: invitation.name }),
  });
  const isOpen = status === "UNSENT" || status === "SENT" || status === "OPENED";
  const isComing = invitation.answer !== null && COMING.includes(invitation.answer.state);
  return (
    <section className={frameStyles["section"]} aria-labelledby="actions">
      <h2 id="actions">{t("actions")}</h2>
      {isOpen && (
        <>
          <h3>{t(status === "UNSENT" ? "send" : "resend")}</h3>
          <p>{t(status === "UNSENT" ? "sendWhatOne" : "resendHelp")}</p>
          <ToolForm
            action={send}
            hidden={{ ...hidden, shownAt: String(now.epochMilliseconds) }}
            texts={texts(t(status === "UNSENT" ? "send" : "resend"))}
          />
        </>
      )}
      {status !== "WITHDRAWN" && (
        <>
          <h3>{t("extend")}</h3>
          <p>{t("extendHelp")}</p>
          <ToolForm
            action={extend}
            hidden={hidden}
            fields={[
              {
                name: "through",
                label: t("extendThrough"),
                type: "date",
                value: invitation.extendedThrough?.toString() ?? "",
              },
            ]}
            texts={texts(t("extendSubmit"))}
          />
          <h3>{t("guests")}</h3>
          <p>{t("guestsHelp")}</p>
          <ToolForm
            action={guests}
            hidden={hidden}
            fields={[{ name: "guests", label: t("guestsNumber"), type: "text", value: String(invitation.extraGuests) }]}
            texts={texts(t("guestsSubmit"))}
          />
        </>
      )}
      {status === "WITHDRAWN" && (
        <>
          <h3>{t("restore")}</h3>
          <p>{t("restoreHelp")}</p>
          <ToolForm action={withdraw} hidden={{ ...hidden, withdrawn: "no" }} texts={texts(t("restore"))} />
        </>
      )}
      {status !== "WITHDRAWN" && !isComing && (
        <>
          <h3>{t("withdraw")}</h3>
          <p>{t("withdrawHelp")}</p>
          <ToolForm action={withdraw} hidden={{ ...hidden, withdrawn: "yes" }} texts={texts(t("withdraw"))} />
        </>
      )}
    </section>
  );
}
