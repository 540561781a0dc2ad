import type { ReactNode } from "react";
import type { Locale, Localised } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import frameStyles from "./frame.module.css";

export type EventTab = "overview" | "registrations" | "codes";

type Props = {
  readonly locale: Locale;
  readonly email: string;
  readonly heading: ReactNode;
  readonly event?: {
    readonly slug: string;
    readonly title: Localised;
    readonly current: EventTab | null;
    readonly tabs: readonly EventTab[];
  };
  readonly children: ReactNode;
};

const PATHS: Record<EventTab, string> = { overview: "", registrations: "/registrations", codes: "/codes" };

/** What every organiser page stands in: where one is, one's own name, the way out, and one heading. */
export function OrganiserFrame({ locale, email, heading, event, children }: Props) {
  const t = translator(locale, "organiser");
  return (
    <div className={frameStyles["frame"]}>
      <nav aria-label={t("nav.label")} className={frameStyles["bar"]}>
        <div className={frameStyles["nav"]}>
          <a href={localePath(locale, "/organise")} aria-current={event ? undefined : "page"}>
            {t("nav.myEvents")}
          </a>
          {event?.tabs.map((tab) => (
            <a
              key={tab}
              href={localePath(locale, `/organise/${event.slug}${PATHS[tab]}`)}
              aria-current={tab === event.current ? "page" : undefined}
            >
              {t(`nav.${tab}`)}
            </a>
          ))}
          {event && <a href={localePath(locale, `/events/${event.slug}`)}>{t("nav.eventPage")}</a>}
        </div>
        <form method="post" action="/api/auth/signout" className={frameStyles["account"]}>
          <span>{t("nav.signedInAs", { email })}</span>
          <input type="hidden" name="locale" value={locale} />
          <button type="submit" className={frameStyles["quietButton"]}>
            {t("nav.signOut")}
          </button>
        </form>
      </nav>
      <main id="main" className={frameStyles["main"]}>
        <h1 className={frameStyles["heading"]}>
          {event && <span className={frameStyles["eventTitle"]}>{inLocale(event.title, locale)}</span>} {heading}
        </h1>
        {children}
      </main>
    </div>
  );
}
