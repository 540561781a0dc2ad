import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { LIFE_STEPS, type LifeStep } from "@/lib/events/commands/move-event";
import { getEditedEvent } from "@/lib/events/queries/event-basics";
import { getChecklist } from "@/lib/events/queries/publishing-checklist";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import { requireEvent } from "../../../../_access/require";
import { ToolForm } from "../../../../_form/tool-form";
import { Checklist } from "../_parts/checklist";
import { EditorFrame } from "../_parts/editor-frame";
import type { EditorProps } from "../_parts/section-page";
import { move } from "../actions";

export async function generateMetadata({ params }: EditorProps): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "editor");
  return { title: t("pages.publish"), robots: { index: false } };
}

/** The steps that each state of an event has ahead. */
const STEPS = {
  DRAFT: ["publish"],
  PUBLISHED: ["close", "unpublish", "archive"],
  CANCELLED: [],
  ARCHIVED: ["restore"],
} as const satisfies Record<string, readonly LifeStep[]>;

/** Where an event is in its life, what is missing before it is published, and the steps there are. */
export default async function PublishPage({ params, searchParams }: EditorProps) {
  const { locale: language, eventSlug: slug } = await params;
  const locale = localeOf(language);
  const now = currentInstant();
  const path = `/organise/${slug}/edit/publish`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path }, now);
  const [event, checklist] = await Promise.all([getEditedEvent(scope), getChecklist(scope, now)]);
  const t = translator(locale, "editorPublishing");
  const { done } = await searchParams;
  const taken = LIFE_STEPS.find((step) => step === done);
  const address = env().APP_URL + localePath(locale, `/events/${slug}`);
  return (
    <EditorFrame locale={locale} user={user} scope={scope} event={event} page="publish">
      {taken && <p role="status">{t(`life.done.${taken}`)}</p>}
      <p>{t(`life.now${event.status}`, { address })}</p>
      {event.status === "DRAFT" && <Checklist checklist={checklist} slug={slug} locale={locale} />}
      {STEPS[event.status].map((step) => (
        <div key={step} className="life">
          <p>{t(`life.${step}Lead`)}</p>
          <ToolForm
            action={move}
            hidden={{ event: slug, language: locale, step }}
            texts={{ submit: t(`life.${step}`), working: t("life.working"), errorTitle: t("life.errorTitle") }}
          />
        </div>
      ))}
    </EditorFrame>
  );
}
