import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { formatDate, inLocale } from "@/lib/i18n/format";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { getLineOverview, type LineOverview } from "@/lib/reports/queries/line-overview";
import type { RawParameters } from "@/lib/reports/schema";
import { requireEvent } from "../../../_access/require";
import { ToolForm } from "../../../_form/tool-form";
import frameStyles from "../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import { pause } from "./actions";
import { LineSection, SessionLines } from "./line-section";
import { PendingSection } from "./pending-section";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<RawParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "waiting")("lineTitle"), robots: { index: false } };
}

/** Who waits for a place or for a yes, who is offered one until when, and why nobody is. */
export default async function LinePage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const { user, scope } = await requireEvent(
    locale,
    { slug, permission: canEdit, path: `/organise/${slug}/line` },
    now,
  );
  const [facets, overview] = await Promise.all([getEventFacets(scope), getLineOverview(scope, now)]);
  const t = translator(locale, "waiting");
  const texts = (submit: string) => ({
    submit,
    working: t("working"),
    errorTitle: t("errorTitle", { title: t("lineTitle") }),
  });
  const [answered, over] = [Number(raw["answered"] ?? Number.NaN), Number(raw["over"] ?? 0)];
  const answer = raw["answer"] === "approve" || raw["answer"] === "reject" ? raw["answer"] : null;
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("lineTitle")}
      event={{ slug, title: facets.title, role: scope.role, current: "line" }}
    >
      {Number.isInteger(answered) && (
        <p className={frameStyles["notice"]} role="status">
          {t("answered", { count: answered })} {over > 0 && t("passedOver", { count: over })}
        </p>
      )}
      <p>{whyNobody(overview, locale)}</p>
      <ToolForm
        action={pause}
        hidden={{ event: slug, language: locale, pause: overview.isPaused ? "no" : "yes" }}
        texts={texts(t(overview.isPaused ? "resume" : "pause"))}
      />
      <PendingSection
        overview={overview}
        locale={locale}
        slug={slug}
        answer={answer}
        chosen={[raw["chosen"] ?? []].flat()}
      />
      <LineSection overview={overview} title={inLocale(facets.title, locale)} locale={locale} slug={slug} />
      <SessionLines overview={overview} locale={locale} />
    </OrganiserFrame>
  );
}

function whyNobody({ obstacle }: LineOverview, locale: Locale): string {
  const t = translator(locale, "waiting");
  switch (obstacle?.kind) {
    case undefined:
      return t("automatic");
    case "paused":
      return t("paused");
    case "not-published":
      return t("notPublished");
    case "too-late": {
      const date = formatDate(obstacle.day, locale, "with-year");
      return t(obstacle.deadline === "catering" ? "tooLateCatering" : "tooLateRegistration", { date });
    }
  }
}
