import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { TeamMember } from "@/lib/members/queries/team";
import frameStyles from "../../_frame/frame.module.css";
import { ShapeMark } from "../../_frame/state-mark";
import tableStyles from "../../_frame/table.module.css";

type Props = {
  readonly locale: Locale;
  readonly organisation: string;
  readonly members: readonly TeamMember[];
  /** The reader's own id. */
  readonly self: string;
};

/** Everybody who works here, with the way to change one of them. */
export function MemberTable({ locale, organisation, members, self }: Props) {
  const t = translator(locale, "team");
  return (
    <section className={frameStyles["section"]} aria-labelledby="members">
      <h2 id="members">{t("members")}</h2>
      <table className={`${tableStyles["table"]} ${tableStyles["list"]}`} aria-labelledby="members">
        <thead>
          <tr>
            {(["name", "email", "roleHeading", "atEvents", "state", "change"] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {members.map(({ userId, name, email, role, events, isDisabled }) => (
            <tr key={userId}>
              <th scope="row">
                {name ?? email}
                {userId === self && ` (${t("you")})`}
              </th>
              <td data-label={t("email")}>{email}</td>
              <td data-label={t("roleHeading")}>{role ? t(`role.${role}`) : t("noRole")}</td>
              <td data-label={t("atEvents")}>
                {events.length === 0
                  ? "–"
                  : events.map((event) => (
                      <div key={event.id}>
                        {t("eventRole", { event: inLocale(event.title, locale), role: t(`role.${event.role}`) })}
                      </div>
                    ))}
              </td>
              <td data-label={t("state")}>
                <ShapeMark shape={isDisabled ? "cross" : "full"} word={t(isDisabled ? "disabled" : "active")} />
              </td>
              <td data-label={t("change")}>
                <a
                  href={localePath(locale, `/organise/team?in=${organisation}&change=${userId}#change`)}
                  aria-label={t("changeOf", { name: name ?? email })}
                >
                  {t("change")}
                </a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
