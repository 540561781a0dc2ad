import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { LOCALES } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { findOwnTexts } from "@/lib/mailings/queries/own-texts";
import { listExamples } from "@/lib/mailings/queries/recipients";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { parseFilter, type RawParameters } from "@/lib/reports/schema";
import { requireEvent } from "../../../../../_access/require";
import frameStyles from "../../../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../../../_frame/organiser-frame";
import { MailPages } from "../../mail-pages";
import { InLanguage } from "./in-language";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string; message: string }>;
  readonly searchParams: Promise<RawParameters>;
};

const DONE = ["saved", "resetDone", "restored", "tested"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "ownTexts")("title"), robots: { index: false } };
}

/** One letter: its own text in each language, the fields it can have, and how a real person of the event reads it. */
export default async function OwnTextPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug, message: name }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const all = `/organise/${slug}/mail/texts`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path: `${all}/${name}` }, now);
  const [texts, examples, { title }] = await Promise.all([
    findOwnTexts(scope, name),
    listExamples(scope, parseFilter({}).filter),
    getEventFacets(scope),
  ]);
  if (!texts) notFound();
  const t = translator(locale, "ownTexts");
  const done = DONE.find((each) => each === raw["done"]);
  const as = examples.find(({ reference }) => reference === raw["as"]) ?? examples[0] ?? null;
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={translator(locale, "eventMail")(`of.${texts.message}`)}
      event={{ slug, title, role: scope.role, current: "mail" }}
    >
      <MailPages current="texts" role={scope.role} slug={slug} locale={locale} />
      {done && (
        <p className={frameStyles["notice"]} role="status">
          {t(done, { email: user.email })}
        </p>
      )}
      <p>{t("intro")}</p>
      {LOCALES.map((language) => (
        <InLanguage
          key={language}
          message={texts.message}
          own={texts[language]}
          {...{ language, locale, slug, examples, as, now }}
          eventId={scope.eventId}
          email={user.email}
        />
      ))}
      <p>
        <a href={localePath(locale, all)}>{t("back")}</a>
      </p>
    </OrganiserFrame>
  );
}
