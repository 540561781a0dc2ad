import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { LOCALES } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { listOwnTexts } from "@/lib/mailings/queries/own-texts";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { requireEvent } from "../../../../_access/require";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import tableStyles from "../../../../_frame/table.module.css";
import { MailPages } from "../mail-pages";

type Props = { readonly params: Promise<{ locale: string; eventSlug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "ownTexts")("title"), robots: { index: false } };
}

/** The letters that can be worded anew, and in which languages they have been. */
export default async function OwnTextsPage({ params }: Props) {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const here = `/organise/${slug}/mail/texts`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path: here }, currentInstant());
  const [texts, { title }] = await Promise.all([listOwnTexts(scope), getEventFacets(scope)]);
  const t = translator(locale, "ownTexts");
  const names = translator(locale, "eventMail");
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title, role: scope.role, current: "mail" }}
    >
      <MailPages current="texts" role={scope.role} slug={slug} locale={locale} />
      <p>{t("intro")}</p>
      <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
        <thead>
          <tr>
            <th scope="col">{t("message")}</th>
            {LOCALES.map((language) => (
              <th key={language} scope="col">
                {t(language)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {texts.map(({ message, own }) => (
            <tr key={message}>
              <th scope="row">
                <a href={localePath(locale, `${here}/${message}`)}>{names(`of.${message}`)}</a>
              </th>
              {LOCALES.map((language) => (
                <td key={language} data-label={t(language)}>
                  {own.includes(language) ? <strong>{t("own")}</strong> : t("standard")}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </OrganiserFrame>
  );
}
