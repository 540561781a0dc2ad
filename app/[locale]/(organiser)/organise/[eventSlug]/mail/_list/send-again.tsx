import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { type MailFilter, mailQuery } from "@/lib/reports/mail-schema";
import type { EventMail } from "@/lib/reports/queries/event-mails";
import { ToolForm } from "../../../../_form/tool-form";
import frameStyles from "../../../../_frame/frame.module.css";
import { sendAgain } from "../actions";
import { messageName } from "./words";

type Props = {
  readonly mail: EventMail;
  readonly filter: MailFilter;
  readonly slug: string;
  readonly locale: Locale;
  readonly path: string;
};

/** One mail that did not arrive: why, what can be done, and its address to be mended. */
export function SendAgain({ mail, filter, slug, locale, path }: Props) {
  const t = translator(locale, "eventMail");
  return (
    <section id="mend" className={frameStyles["section"]} aria-labelledby="mend-heading">
      <h2 id="mend-heading">{t("again", { name: mail.name ?? mail.email })}</h2>
      <p>
        {messageName(mail.message, locale)}. {mail.why && `${t(`reason.${mail.why}`)}. ${t(`remedy.${mail.why}`)}`}
      </p>
      <p>{t("againHelp")}</p>
      <ToolForm
        action={sendAgain}
        hidden={{ event: slug, language: locale, mail: mail.id }}
        fields={[{ name: "email", label: t("address"), type: "email", value: mail.email }]}
        texts={{ submit: t("againSubmit"), working: t("working"), errorTitle: t("errorTitle", { title: t("title") }) }}
      />
      <p>
        {mail.reference && (
          <>
            <a href={localePath(locale, `/organise/${slug}/registrations/${mail.reference}`)}>{t("toPerson")}</a>{" "}
          </>
        )}
        {mail.invitationId && (
          <>
            <a href={localePath(locale, `/organise/${slug}/invitations/${mail.invitationId}`)}>
              {t("toInvitation")}
            </a>{" "}
          </>
        )}
        <a href={path + mailQuery(filter)}>{t("closeAgain")}</a>
      </p>
    </section>
  );
}
