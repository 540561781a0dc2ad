import { localDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/localised";
import { formatLongDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { OpenInvitation } from "@/lib/members/queries/invitations";
import { ToolForm } from "../_form/tool-form";
import frameStyles from "../_frame/frame.module.css";
import { answer } from "./actions";

const ZONE = "Europe/Stockholm";

type Props = { readonly locale: Locale; readonly invitations: readonly OpenInvitation[] };

/** The invitations that wait for one's own answer: to what, by whom, until when. */
export function Invited({ locale, invitations }: Props) {
  const t = translator(locale, "team");
  if (invitations.length === 0) return null;
  return (
    <section className={frameStyles["section"]} aria-labelledby="invited">
      <h2 id="invited">{t("mine.heading")}</h2>
      {invitations.map(({ id, organisation, event, role, invitedBy, expiresAt }) => {
        const as = { role: t(`role.${role}`), organisation };
        const what = event ? t("mine.asAt", { ...as, event: inLocale(event, locale) }) : t("mine.asIn", as);
        const date = formatLongDate(localDate(expiresAt, ZONE), locale);
        const form = (reply: "accept" | "decline") => (
          <ToolForm
            action={answer}
            hidden={{ language: locale, invitation: id, answer: reply }}
            texts={{
              ...{ submit: t(`mine.${reply}`), label: t(`mine.${reply}Of`, { what }) },
              ...{ working: t("working"), errorTitle: t("errorTitle") },
            }}
          />
        );
        return (
          <div key={id} className={frameStyles["empty"]}>
            <h3>{what}</h3>
            <p>{t(`may.${role}`)}</p>
            <p>{invitedBy ? t("mine.by", { inviter: invitedBy, date }) : t("mine.until", { date })}</p>
            {form("accept")}
            {form("decline")}
          </div>
        );
      })}
    </section>
  );
}
