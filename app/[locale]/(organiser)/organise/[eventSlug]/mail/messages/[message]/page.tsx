import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canSeeCorrespondence } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { LOCALES } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { findSample, getProof } from "@/lib/mailings/queries/proof";
import { requireEvent } from "../../../../../_access/require";
import { OrganiserFrame } from "../../../../../_frame/organiser-frame";
import { MailPages } from "../../mail-pages";
import styles from "./proof.module.css";

type Props = { readonly params: Promise<{ locale: string; eventSlug: string; message: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, message } = await params;
  const place = findSample(message);
  const t = translator(localeOf(locale), "eventMail");
  return { title: place ? t(`of.${place.message}`) : t("of.other"), robots: { index: false } };
}

/** One message as it reads at this event, in both languages, as HTML and as text; on to the one before and the one after. */
export default async function ProofPage({ params }: Props) {
  const { locale: code, eventSlug: slug, message: name } = await params;
  const locale = localeOf(code);
  const all = `/organise/${slug}/mail/messages`;
  const permission = canSeeCorrespondence;
  const { user, scope } = await requireEvent(locale, { slug, permission, path: `${all}/${name}` }, currentInstant());
  const place = findSample(name);
  if (!place) notFound();
  const proof = await getProof(scope, place);
  const t = translator(locale, "mailSamples");
  const names = translator(locale, "eventMail");
  const to = (message: string) => localePath(locale, `${all}/${message}`);
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={names(`of.${place.message}`)}
      event={{ slug, title: proof.title, role: scope.role, current: "mail" }}
    >
      <MailPages slug={slug} role={scope.role} current="messages" locale={locale} />
      <nav aria-label={t("turn")} className={styles["turn"]}>
        {place.previous && (
          <a href={to(place.previous)} rel="prev">
            ← {names(`of.${place.previous}`)}
          </a>
        )}
        <a href={localePath(locale, all)}>{t("all", { number: place.number, count: place.count })}</a>
        {place.next && (
          <a href={to(place.next)} rel="next">
            {names(`of.${place.next}`)} →
          </a>
        )}
      </nav>
      <p>{t("sample")}</p>
      <div className={styles["pair"]}>
        {LOCALES.map((language) => {
          const { subject, html, text } = proof[language];
          return (
            <section key={language} aria-labelledby={language}>
              <h2 id={language}>{t(`language.${language}`)}</h2>
              <p>
                {t("subject")} <strong lang={language}>{subject}</strong>
              </p>
              <iframe
                className={styles["letter"]}
                title={t("frame", { language: t(`language.${language}`) })}
                srcDoc={html}
                sandbox=""
              />
              <details>
                <summary>{t("plain")}</summary>
                <pre className={styles["plain"]} lang={language}>
                  {text}
                </pre>
              </details>
            </section>
          );
        })}
      </div>
    </OrganiserFrame>
  );
}
