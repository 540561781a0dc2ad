import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";

type Props = {
  readonly canErase: boolean;
  /** From when they can, where they cannot yet. */
  readonly later: string;
  readonly locale: Locale;
  readonly home: string;
};

/** The rights of an attendee, or of whoever booked, to what is stored: take it along, and have it erased. */
export function OwnData({ canErase, later, locale, home }: Props) {
  const t = translator(locale, "selfService");
  return (
    <section aria-labelledby="own-data">
      <h2 id="own-data">{t("dataHeading")}</h2>
      <ul className="ways-on">
        <li>
          <a href={`${home}/data`}>{t("dataDownload")}</a>
        </li>
        {canErase && (
          <li>
            <a href={`${home}/erase`}>{t("dataErase")}</a>
          </li>
        )}
      </ul>
      {!canErase && <p className="quiet">{later}</p>}
    </section>
  );
}
