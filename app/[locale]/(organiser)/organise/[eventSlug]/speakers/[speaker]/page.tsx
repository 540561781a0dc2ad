import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { findEditableSpeaker, listOtherSpeakers } from "@/lib/programme/queries/editable-speaker";
import { listEventSpeakers } from "@/lib/programme/queries/event-speakers";
import { listSessionsWithPeople } from "@/lib/programme/queries/material-owners";
import { requireEvent } from "../../../../_access/require";
import { ToolForm } from "../../../../_form/tool-form";
import frameStyles from "../../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { save } from "./actions";
import { speakerFields } from "./speaker-fields";

type Props = { readonly params: Promise<{ locale: string; eventSlug: string; speaker: string }> };

const NOTHING: Readonly<Record<string, string>> = {};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, speaker } = await params;
  const t = translator(localeOf(locale), "speakers");
  return { title: t(speaker === "new" ? "add" : "edit"), robots: { index: false } };
}

/** A speaker, or a new one: who they are, in both languages, and what they do at which session. */
export default async function SpeakerPage({ params }: Props) {
  const { locale: language, eventSlug: slug, speaker: id } = await params;
  const locale = localeOf(language);
  const now = currentInstant();
  const path = `/organise/${slug}/speakers`;
  const asked = { slug, permission: canEdit, path: `${path}/${encodeURIComponent(id)}` };
  const { user, scope } = await requireEvent(locale, asked, now);
  const isNew = id === "new";
  const [{ title }, sessions, values, others] = await Promise.all([
    listEventSpeakers(scope),
    listSessionsWithPeople(scope),
    isNew ? NOTHING : findEditableSpeaker(scope, id),
    isNew ? listOtherSpeakers(scope) : [],
  ]);
  if (!values) notFound();
  const t = translator(locale, "speakers");
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={isNew ? t("add") : t("editName", { name: values["name"] ?? "" })}
      event={{ slug, title, role: scope.role, current: "speakers" }}
    >
      <p>
        <a href={localePath(locale, path)}>{t("back")}</a>
      </p>
      <ToolForm
        action={save}
        hidden={{ event: slug, language: locale, speaker: isNew ? "" : id }}
        fields={speakerFields(values, sessions, locale)}
        texts={{ submit: t("saveSpeaker"), working: t("saving"), errorTitle: t("errorTitle") }}
      />
      {others.length > 0 && (
        <section className={frameStyles["section"]} aria-labelledby="known">
          <h2 id="known">{t("known")}</h2>
          <p>{t("knownHelp")}</p>
          <ul>
            {others.map((other) => (
              <li key={other.id}>
                <a href={localePath(locale, `${path}/${other.id}`)}>
                  {[other.name, other.affiliation].filter(Boolean).join(", ")}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </OrganiserFrame>
  );
}
