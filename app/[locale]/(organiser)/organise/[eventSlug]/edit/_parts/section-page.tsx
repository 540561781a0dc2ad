import type { ReactNode } from "react";
import { formTexts } from "@/app/[locale]/(public)/_form/form-texts";
import type { FormState } from "@/app/[locale]/(public)/_form/form-view";
import { ServerCheckedForm } from "@/app/[locale]/(public)/_form/server-checked-form";
import "@/app/[locale]/(public)/form.css";
import "../../settings/settings.css";
import "./editor.css";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import type { SectionFields } from "@/lib/events/commands/save-section";
import { getEditedEvent } from "@/lib/events/queries/event-basics";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { requireEvent } from "../../../../_access/require";
import { deadlineWords } from "./deadline-words";
import { EditorFrame } from "./editor-frame";
import { restoredRows } from "./removed-rows";
import { EDITOR_PAGES, type EditorSection } from "./section";

export type EditorProps = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

type Props<Shown extends { readonly fields: SectionFields; readonly mark: string }> = EditorProps & {
  readonly section: EditorSection<Shown>;
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What stands below the form. */
  readonly below?: (shown: Shown, locale: Locale) => ReactNode;
};

/** One page of the editor. */
export async function SectionPage<Shown extends { readonly fields: SectionFields; readonly mark: string }>({
  params,
  searchParams,
  section,
  action,
  below,
}: Props<Shown>) {
  const { locale: language, eventSlug: slug } = await params;
  const locale = localeOf(language);
  const path = `/organise/${slug}/edit${EDITOR_PAGES[section.page]}`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path }, currentInstant());
  const [event, shown] = await Promise.all([getEditedEvent(scope), section.read(scope)]);
  const t = translator(locale, "editor");
  const { done, removed, restore } = await searchParams;
  const rows = restoredRows(typeof restore === "string" ? restore : undefined);
  const filled = { ...section.blanks, ...shown.fields, ...rows };
  const undo = typeof removed === "string" && removed ? new URLSearchParams({ restore: removed }) : null;
  return (
    <EditorFrame locale={locale} user={user} scope={scope} event={event} page={section.page}>
      {(done === "saved" || done === "unchanged") && (
        <p role="status">
          {t(done)} {undo && <a href={localePath(locale, `${path}?${undo}`)}>{t("undo")}</a>}
        </p>
      )}
      {done === "created" && (
        <p role="status">
          {t("created")} {deadlineWords(event.deadline, locale)}
        </p>
      )}
      {Object.keys(rows).length > 0 && <p role="status">{t("restored")}</p>}
      <div className="settings editor">
        <ServerCheckedForm
          key={`${shown.mark}${Object.keys(rows).length}`}
          action={action}
          initial={{
            ...{ attempt: 0, messages: {}, problem: null },
            values: Object.fromEntries(Object.entries(filled).map(([name, value]) => [name, [value]])),
            hidden: { event: slug, language: locale, seen: shown.mark },
          }}
          sections={section.view(shown, event, locale)}
          texts={formTexts(locale, {
            title: t(`pages.${section.page}`),
            submit: t("save"),
            submitting: t("saving"),
            problemHeading: t("problem"),
          })}
        />
      </div>
      {below?.(shown, locale)}
    </EditorFrame>
  );
}
