import type { Metadata } from "next";
import { canEdit, canSeeRegistrations } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { listEventMaterials } from "@/lib/programme/queries/event-materials";
import { listEventSpeakers } from "@/lib/programme/queries/event-speakers";
import { listSessionsWithPeople } from "@/lib/programme/queries/material-owners";
import { requireEvent } from "../../../_access/require";
import { ToolForm } from "../../../_form/tool-form";
import { EmptyState } from "../../../_frame/empty-state";
import frameStyles from "../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import { evaluation, invite } from "./actions";
import { doneWords } from "./done-words";
import { MaterialsSection } from "./materials-section";
import { SpeakerTable } from "./speaker-table";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "speakers")("title"), robots: { index: false } };
}

/** The event's speakers: who they are, their links and their slides; what of it is public; where attendees evaluate. */
export default async function SpeakersPage({ params, searchParams }: Props) {
  const { locale: language, eventSlug: slug } = await params;
  const locale = localeOf(language);
  const now = currentInstant();
  const path = `/organise/${slug}/speakers`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canSeeRegistrations, path }, now);
  const [{ title, timeZone, evaluationUrl, speakers }, materials, sessions] = await Promise.all([
    listEventSpeakers(scope),
    listEventMaterials(scope),
    listSessionsWithPeople(scope),
  ]);
  const t = translator(locale, "speakers");
  const done = doneWords(await searchParams, locale);
  const canChange = canEdit(scope.role);
  const hidden = { event: slug, language: locale };
  const texts = { working: t("working"), errorTitle: t("errorTitle") };
  const table = <SpeakerTable {...{ speakers, slug, timeZone, locale, canChange }} />;
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title, role: scope.role, current: "speakers" }}
    >
      {done && <p role="status">{done}</p>}
      {canChange && (
        <p>
          <a href={localePath(locale, `${path}/new`)}>{t("add")}</a>
        </p>
      )}
      {speakers.length === 0 && (
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      )}
      {speakers.length > 0 && !canChange && table}
      {speakers.length > 0 && canChange && (
        <>
          <p>{t("intro")}</p>
          <ToolForm action={invite} hidden={hidden} texts={{ ...texts, submit: t("send") }}>
            {table}
          </ToolForm>
        </>
      )}
      <MaterialsSection {...{ materials, sessions, slug, timeZone, canChange, locale }} />
      {canChange && (
        <section className={frameStyles["section"]} aria-labelledby="evaluation">
          <h2 id="evaluation">{t("evaluation.title")}</h2>
          <p>{t("evaluation.help")}</p>
          <ToolForm
            action={evaluation}
            hidden={hidden}
            fields={[{ name: "evaluation", label: t("evaluation.address"), type: "url", value: evaluationUrl ?? "" }]}
            texts={{ ...texts, submit: t("evaluation.save") }}
          />
        </section>
      )}
    </OrganiserFrame>
  );
}
