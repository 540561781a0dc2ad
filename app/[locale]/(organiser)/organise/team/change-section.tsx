import { MEMBER_ROLES } from "@/lib/auth/scopes";
import type { Locale, Localised } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { TeamMember } from "@/lib/members/queries/team";
import { EVENT_ROLES } from "@/lib/members/schema";
import { ToolForm } from "../../_form/tool-form";
import frameStyles from "../../_frame/frame.module.css";
import { change } from "./actions";

type Props = {
  readonly locale: Locale;
  readonly organisation: string;
  readonly member: TeamMember;
  readonly events: readonly { readonly id: string; readonly title: Localised }[];
};

/** What an owner can do about one member, each with a button of its own. */
export function ChangeSection({ locale, organisation, member, events }: Props) {
  const t = translator(locale, "team");
  const { userId, email, role, isDisabled } = member;
  const name = member.name ?? email;
  const form = (what: string, submit: string, label: string) => ({
    ...{ action: change, hidden: { language: locale, organisation, member: userId, change: what } },
    texts: { submit, label, working: t("working"), errorTitle: t("errorTitle") },
  });
  return (
    <section className={frameStyles["section"]} aria-labelledby="change">
      <h2 id="change">{t("changeOf", { name })}</h2>
      {isDisabled && <ToolForm {...form("enable", t("enable"), t("enableOf", { name }))} />}
      {!isDisabled && role && (
        <ToolForm
          {...form("role", t("saveRole"), t("saveRoleOf", { name }))}
          fields={[
            {
              ...{ name: "role", label: t("newRole"), type: "choice", value: role },
              options: MEMBER_ROLES.map((value) => ({ value, label: t(`role.${value}`) })),
            },
          ]}
        />
      )}
      {!isDisabled && events.length > 0 && role !== "OWNER" && (
        <ToolForm
          {...form("event-role", t("saveEventRole"), t("saveEventRoleOf", { name }))}
          fields={[
            {
              ...{ name: "event", label: t("event"), type: "choice" },
              options: events.map(({ id, title }) => ({ value: id, label: inLocale(title, locale) })),
            },
            {
              ...{ name: "role", label: t("roleThere"), type: "choice" },
              options: [
                { value: "", label: t("noneThere") },
                ...EVENT_ROLES.map((value) => ({ value, label: t(`role.${value}`) })),
              ],
            },
          ]}
        />
      )}
      {!isDisabled && (
        <>
          <p>{t("disableHelp")}</p>
          <ToolForm {...form("disable", t("disable"), t("disableOf", { name }))} />
        </>
      )}
      <p>{t("removeHelp")}</p>
      <ToolForm {...form("remove", t("remove"), t("removeOf", { name }))} />
    </section>
  );
}
