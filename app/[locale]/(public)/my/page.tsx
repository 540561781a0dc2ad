import type { Metadata } from "next";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";

export async function generateMetadata({ params }: PageProps<"/[locale]/my">): Promise<Metadata> {
  const { locale } = await params;
  return { title: translator(localeOf(locale), "my")("linkTitle"), robots: { index: false } };
}

/** Where a personal link that is unknown or too old ends: how to get a new one. */
export default async function LinkPage({ params }: PageProps<"/[locale]/my">) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "my");
  return (
    <main id="main" className="page page-letter">
      <h1>{t("linkTitle")}</h1>
      <p className="page-lead">{t("linkBody")}</p>
      <ul className="ways-on">
        <li>
          <a href={localePath(locale, "/")}>{translator(locale, "states")("toStart")}</a>
        </li>
      </ul>
    </main>
  );
}
