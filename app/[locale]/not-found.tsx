import "./(public)/public.css";
import { locale as routeLocale } from "next/root-params";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";

/** What is not there, not yet published, or somebody else's: they all look the same. */
export default async function NotFoundPage() {
  const locale = localeOf((await routeLocale()) ?? "sv");
  const t = translator(locale, "states");
  return (
    <main id="main" className="page page-letter">
      <title>{t("notFoundTitle")}</title>
      <h1>{t("notFoundTitle")}</h1>
      <p className="page-lead">{t("notFoundBody")}</p>
      <ul className="ways-on">
        <li>
          <a href={localePath(locale, "/")}>{t("toStart")}</a>
        </li>
      </ul>
    </main>
  );
}
