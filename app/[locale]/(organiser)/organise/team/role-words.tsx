import { MEMBER_ROLES } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import frameStyles from "../../_frame/frame.module.css";
import tableStyles from "../../_frame/table.module.css";

/** What each role may do, in words. */
export function RoleWords({ locale }: { readonly locale: Locale }) {
  const t = translator(locale, "team");
  return (
    <section className={frameStyles["section"]} aria-labelledby="roles">
      <h2 id="roles">{t("roles")}</h2>
      <table className={tableStyles["table"]} aria-labelledby="roles">
        <tbody>
          {MEMBER_ROLES.map((role) => (
            <tr key={role}>
              <th scope="row">{t(`role.${role}`)}</th>
              <td>{t(`may.${role}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
