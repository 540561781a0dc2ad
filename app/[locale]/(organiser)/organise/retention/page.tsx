import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentInstant } from "@/lib/core/clock";
import { formatMoment, formatNumber, inLocale } from "@/lib/i18n/format";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { RawParameters } from "@/lib/reports/schema";
import { getRetention } from "@/lib/retention/queries/retention";
import { requireUser } from "../../_access/require";
import frameStyles from "../../_frame/frame.module.css";
import { OrganiserFrame } from "../../_frame/organiser-frame";
import { ClassSection } from "./class-section";

type Props = {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<RawParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "retention")("title"), robots: { index: false } };
}

/** For how long each organisation that the user owns keeps what it has about people, and what that takes. */
export default async function RetentionPage({ params, searchParams }: Props) {
  const [{ locale: code }, { done }] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const user = await requireUser(locale, "/organise/retention", now);
  const organisations = await getRetention(user, now);
  if (organisations.length === 0) notFound();
  const t = translator(locale, "retention");
  return (
    <OrganiserFrame locale={locale} email={user.email} heading={t("title")}>
      {(done === "saved" || done === "switched") && (
        <p className={frameStyles["notice"]} role="status">
          {t(`done.${done}`)}
        </p>
      )}
      <p>{t("intro")}</p>
      <p>{t("needs")}</p>
      {organisations.map((organisation) => (
        <section key={organisation.id} className={frameStyles["section"]} aria-labelledby={organisation.id}>
          <h2 id={organisation.id}>{organisation.name}</h2>
          {organisation.classes.map((each) => (
            <ClassSection key={each.dataClass} organisationId={organisation.id} of={each} locale={locale} />
          ))}
          {organisation.taken.length > 0 && (
            <>
              <h3>{t("taken")}</h3>
              <ul>
                {organisation.taken.map(({ title, dataClass, count, at }) => (
                  <li key={`${dataClass} ${at.toString()}`}>
                    {t("takenOnce", {
                      when: formatMoment(at, "Europe/Stockholm", locale),
                      what: t(`class.${dataClass}`),
                      title: inLocale(title, locale),
                      count: formatNumber(count, locale),
                    })}
                  </li>
                ))}
              </ul>
            </>
          )}
        </section>
      ))}
    </OrganiserFrame>
  );
}
