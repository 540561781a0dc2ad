import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { findMailing } from "@/lib/mailings/queries/mailing";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { parsePage, type RawParameters } from "@/lib/reports/schema";
import { requireEvent } from "../../../../_access/require";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { Draft } from "./draft";
import { Sent } from "./sent";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string; id: string }>;
  readonly searchParams: Promise<RawParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "mailings")("title"), robots: { index: false } };
}

/** One mailing: a draft to write, read and send, or what became of one that was sent. */
export default async function MailingPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug, id }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const path = `/organise/${slug}/mailings`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path: `${path}/${id}` }, now);
  const [mailing, facets] = await Promise.all([findMailing(scope, id), getEventFacets(scope)]);
  if (!mailing) notFound();
  const t = translator(locale, "mailings");
  const shared = { mailing, scope, slug, locale, timeZone: facets.timeZone, now };
  const as = typeof raw["as"] === "string" ? raw["as"] : null;
  const language = raw["in"] === "en" || raw["in"] === "sv" ? raw["in"] : locale;
  const done = typeof raw["done"] === "string" ? raw["done"] : null;
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={(locale === "en" && mailing.subjectEn) || mailing.subjectSv}
      event={{ slug, title: facets.title, role: scope.role, current: "mailings" }}
    >
      {mailing.state === "DRAFT" ? (
        <Draft {...shared} email={user.email} as={as} language={language} done={done} />
      ) : (
        <Sent {...shared} page={parsePage(raw)} done={done} />
      )}
      <p>
        <a href={localePath(locale, path)}>{t("back")}</a>
      </p>
    </OrganiserFrame>
  );
}
