import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { listEventSpeakers } from "@/lib/programme/queries/event-speakers";
import { requireEvent } from "../../../_access/require";
import { ToolForm } from "../../../_form/tool-form";
import { EmptyState } from "../../../_frame/empty-state";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import { invite } from "./actions";
import { SpeakerTable } from "./speaker-table";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "speakers")("title"), robots: { index: false } };
}

/** The event's speakers: who they are, and whether they have their link; invitations to those chosen. */
export default async function SpeakersPage({ params, searchParams }: Props) {
  const { locale: language, eventSlug: slug } = await params;
  const locale = localeOf(language);
  const now = currentInstant();
  const path = `/organise/${slug}/speakers`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path }, now);
  const { title, timeZone, speakers } = await listEventSpeakers(scope);
  const t = translator(locale, "speakers");
  const { sent } = await searchParams;
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title, role: scope.role, current: "speakers" }}
    >
      {typeof sent === "string" && /^[1-9]\d{0,3}$/.test(sent) && (
        <p role="status">{t("done", { count: Number(sent) })}</p>
      )}
      {speakers.length === 0 ? (
        <EmptyState title={t("none")}>
          <p>{t("noneNext")}</p>
        </EmptyState>
      ) : (
        <>
          <p>{t("intro")}</p>
          <ToolForm
            action={invite}
            hidden={{ event: slug, language: locale }}
            texts={{ submit: t("send"), working: t("working"), errorTitle: t("errorTitle") }}
          >
            <SpeakerTable speakers={speakers} timeZone={timeZone} locale={locale} />
          </ToolForm>
        </>
      )}
    </OrganiserFrame>
  );
}
