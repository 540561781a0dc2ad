import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { LOCALES } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { extendedFace, textFace } from "../_fonts/text-face";
import "../globals.css";

export const metadata: Metadata = { title: { default: "Samling", template: "%s – Samling" } };

// Every page carries a nonce of its own and reads what is true now.
export const dynamic = "force-dynamic";

/** The sheet all pages are set on: the way past the head, the product's name, the other language at the same place. */
export default async function RootLayout({ children, params }: LayoutProps<"/[locale]">) {
  const { locale: segment } = await params;
  if (!LOCALES.some((known) => known === segment)) notFound();
  const locale = localeOf(segment);
  const other = locale === "sv" ? "en" : "sv";
  const path = (await headers()).get("x-samling-path") ?? "/";
  const place = path.replace(/^\/en(?=\/|$)/, "") || "/";
  const t = translator(locale, "shell");
  return (
    <html lang={locale} className={`${textFace.variable} ${extendedFace.variable}`}>
      <body>
        <a className="skip-link" href="#main">
          {t("skipToContent")}
        </a>
        <header className="site-head">
          <a className="site-name" href={localePath(locale, "/")}>
            {t("productName")}
          </a>
          <a href={localePath(other, place)} lang={other} hrefLang={other}>
            {t("otherLanguage")}
          </a>
        </header>
        {children}
        <footer className="site-foot">
          <span>{t("foot")}</span>
          <a href={localePath(locale, "/sign-in")}>{t("forOrganisers")}</a>
        </footer>
      </body>
    </html>
  );
}
