import type { EventRole } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { type EventTab, eventNavigation } from "./event-tabs";
import frameStyles from "./frame.module.css";

type Props = {
  readonly locale: Locale;
  readonly slug: string;
  readonly role: EventRole;
  readonly current: EventTab;
};

/** The ways through one event: what belongs to the present page opened, the rest a step away. */
export function EventNavigation({ locale, slug, role, current }: Props) {
  const t = translator(locale, "organiserNav");
  const way = (path: string) => localePath(locale, `/organise/${slug}${path}`);
  const page = ({ tab, path }: { readonly tab: EventTab; readonly path: string }) => (
    <a key={tab} href={way(path)} aria-current={tab === current ? "page" : undefined}>
      {t(tab)}
    </a>
  );
  return eventNavigation(role, current).map((stop) => {
    if (stop.kind === "page") return page(stop);
    if (stop.kind === "closed") {
      return (
        <a key={stop.group} href={way(stop.path)}>
          {t(stop.group)}
        </a>
      );
    }
    return (
      // biome-ignore lint/a11y/useSemanticElements: these are links, not fields of a form
      <span key={stop.group} role="group" aria-label={t(stop.group)} className={frameStyles["open"]}>
        <span aria-hidden="true" className={frameStyles["groupName"]}>
          {t(stop.group)}
        </span>
        {stop.pages.map(page)}
      </span>
    );
  });
}
