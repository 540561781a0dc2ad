import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { MyRegistration } from "@/lib/registrations/queries/my-registration";

/** The attendee's rights to what is stored: take it along, and have it erased. */
export function OwnData({ mine, locale, home }: { mine: MyRegistration; locale: Locale; home: string }) {
  const t = translator(locale, "selfService");
  return (
    <section aria-labelledby="own-data">
      <h2 id="own-data">{t("dataHeading")}</h2>
      <ul className="ways-on">
        <li>
          <a href={`${home}/data`}>{t("dataDownload")}</a>
        </li>
        {mine.canErase && (
          <li>
            <a href={`${home}/erase`}>{t("dataErase")}</a>
          </li>
        )}
      </ul>
      {!mine.canErase && <p className="quiet">{t("dataEraseLater")}</p>}
    </section>
  );
}
