import type { ReactNode } from "react";
import type { EventScope, UserScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { canMakeNextEdition } from "@/lib/events/policy";
import type { EditedEvent } from "@/lib/events/queries/event-basics";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import toolStyles from "../../../../_frame/tools.module.css";
import { EDITOR_PAGES, type EditorPage } from "./section";

type Props = {
  readonly locale: Locale;
  readonly user: UserScope;
  readonly scope: EventScope;
  readonly event: EditedEvent;
  readonly page: EditorPage;
  readonly children: ReactNode;
};

/** What every page of the editor stands in: its parts, where the event is in its life, and the way to see it as a visitor. */
export function EditorFrame({ locale, user, scope, event, page, children }: Props) {
  const t = translator(locale, "editor");
  const path = `/organise/${event.slug}`;
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t(`pages.${page}`)}
      event={{ slug: event.slug, title: event.title, role: scope.role, current: "edit" }}
    >
      <div className={toolStyles["above"]}>
        <nav aria-label={t("nav")}>
          <ul className={toolStyles["tabs"]}>
            {(Object.keys(EDITOR_PAGES) as EditorPage[]).map((each) => (
              <li key={each}>
                <a
                  href={localePath(locale, `${path}/edit${EDITOR_PAGES[each]}`)}
                  aria-current={each === page ? "page" : undefined}
                >
                  {t(`pages.${each}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p className={toolStyles["tools"]}>
          <span>{t(`status.${event.status}`)}</span>
          <a href={localePath(locale, event.status === "DRAFT" ? `${path}/preview` : `/events/${event.slug}`)}>
            {t(event.status === "DRAFT" ? "preview" : "visit")}
          </a>
          {canMakeNextEdition(scope) && (
            <a href={localePath(locale, `${path}/next`)}>{translator(locale, "nextEdition")("title")}</a>
          )}
        </p>
      </div>
      {children}
    </OrganiserFrame>
  );
}
