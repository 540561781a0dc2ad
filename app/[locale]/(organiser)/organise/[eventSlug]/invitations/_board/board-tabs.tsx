import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import {
  INVITATION_TABS,
  type InvitationFilter,
  type InvitationTab,
  invitationQuery,
} from "@/lib/registrations/invitation-schema";
import toolStyles from "../../../../_frame/tools.module.css";

type Props = {
  readonly counts: Readonly<Record<InvitationTab, number>>;
  readonly filter: InvitationFilter;
  readonly locale: Locale;
  readonly path: string;
  readonly children: ReactNode;
};

/** The invitations by answer, each tab with its count; beside it the search. */
export function BoardTabs({ counts, filter, locale, path, children }: Props) {
  const t = translator(locale, "invitations");
  const tabs = INVITATION_TABS.filter((tab) => tab === "all" || tab === filter.status || counts[tab] > 0);
  return (
    <div className={toolStyles["above"]}>
      <nav aria-label={t("tabs")}>
        <ul className={toolStyles["tabs"]}>
          {tabs.map((tab) => (
            <li key={tab}>
              <a
                href={path + invitationQuery({ ...filter, status: tab })}
                aria-current={tab === filter.status ? "page" : undefined}
              >
                {t(`tab.${tab}`)} <span className={toolStyles["count"]}>{formatNumber(counts[tab], locale)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}
