import type { ReactNode } from "react";
import type { EventRole } from "@/lib/auth/scopes";
import type { Locale, Localised } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { EventNavigation } from "./event-navigation";
import type { EventTab } from "./event-tabs";
import frameStyles from "./frame.module.css";
import { Shortcuts } from "./shortcuts";

type Props = {
  readonly locale: Locale;
  readonly email: string;
  readonly heading: ReactNode;
  readonly event?: {
    readonly slug: string;
    readonly title: Localised;
    /** The reader's role: what it opens is what the navigation offers. */
    readonly role: EventRole;
    readonly current: EventTab;
  };
  readonly children: ReactNode;
};

/** What every organiser page stands in: where one is, one's own name, the way out, and one heading. */
export function OrganiserFrame({ locale, email, heading, event, children }: Props) {
  const t = translator(locale, "organiserNav");
  return (
    <div className={frameStyles["frame"]}>
      <nav aria-label={t("label")} className={frameStyles["bar"]}>
        <div className={frameStyles["nav"]}>
          <a href={localePath(locale, "/organise")} aria-current={event ? undefined : "page"}>
            {t("myEvents")}
          </a>
          {event && <EventNavigation locale={locale} slug={event.slug} role={event.role} current={event.current} />}
          {event && <a href={localePath(locale, `/events/${event.slug}`)}>{t("eventPage")}</a>}
        </div>
        <details className={frameStyles["account"]}>
          <summary>{t("account")}</summary>
          <form method="post" action="/api/auth/signout">
            <span>{t("signedInAs", { email })}</span>
            <a href={localePath(locale, "/organise/account")}>{translator(locale, "account")("link")}</a>
            <input type="hidden" name="locale" value={locale} />
            <button type="submit" className={frameStyles["quietButton"]}>
              {t("signOut")}
            </button>
          </form>
        </details>
        <Shortcuts
          texts={{
            ...{ title: t("shortcuts.title"), use: t("shortcuts.use"), close: t("shortcuts.close") },
            keys: (["search", "down", "up", "help"] as const).map((key) => t(`shortcuts.${key}`)),
          }}
        />
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
