import type { MemberRole } from "@/lib/auth/scopes";
import { localDate } from "@/lib/core/local-date";
import type { Locale, Localised } from "@/lib/core/localised";
import { formatDate, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { ToolForm } from "../../_form/tool-form";
import frameStyles from "../../_frame/frame.module.css";
import tableStyles from "../../_frame/table.module.css";
import { withdraw } from "./actions";

const ZONE = "Europe/Stockholm";

type Props = {
  readonly locale: Locale;
  readonly organisation: string;
  readonly invitations: readonly {
    readonly id: string;
    readonly email: string;
    readonly role: MemberRole;
    readonly event: Localised | null;
    readonly expiresAt: Parameters<typeof localDate>[0];
  }[];
};

/** Who has been asked and has not answered. */
export function InvitedSection({ locale, organisation, invitations }: Props) {
  const t = translator(locale, "team");
  return (
    <section className={frameStyles["section"]} aria-labelledby="invited">
      <h2 id="invited">{t("invited")}</h2>
      {invitations.length === 0 ? (
        <p>{t("noneInvited")}</p>
      ) : (
        <table className={`${tableStyles["table"]} ${tableStyles["list"]}`} aria-labelledby="invited">
          <thead>
            <tr>
              {(["email", "roleHeading", "where", "through", "withdraw"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {invitations.map(({ id, email, role, event, expiresAt }) => (
              <tr key={id}>
                <th scope="row">{email}</th>
                <td data-label={t("roleHeading")}>{t(`role.${role}`)}</td>
                <td data-label={t("where")}>{event ? inLocale(event, locale) : t("everywhere")}</td>
                <td data-label={t("through")}>{formatDate(localDate(expiresAt, ZONE), locale)}</td>
                <td data-label={t("withdraw")}>
                  <ToolForm
                    action={withdraw}
                    hidden={{ language: locale, organisation, invitation: id }}
                    texts={{
                      ...{ submit: t("withdraw"), label: t("withdrawOf", { email }) },
                      ...{ working: t("working"), errorTitle: t("errorTitle") },
                    }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
