import { redirect } from "next/navigation";
import type { ActionRequest } from "@/app/_action/define-action";
import type { FormState, FormValues, SectionView } from "@/app/[locale]/(public)/_form/form-view";
import { nextAttempt, postedText, postedValues } from "@/app/[locale]/(public)/_form/posted-values";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import type { Locale } from "@/lib/core/localised";
import type { SectionFields } from "@/lib/events/commands/save-section";
import { getEditedEvent } from "@/lib/events/queries/event-basics";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { sessionToken } from "../../../../_access/session-token";
import { nestedBody } from "./nested-body";
import { removedRows } from "./removed-rows";
import { EDITOR_PAGES, type EditorSection } from "./section";

const MOST_FIELDS = 2_000;

/** Saves a page of the editor for who may change the event, or shows it again with what was typed and what stands in the way. */
export function saveHandler<Shown extends { readonly fields: SectionFields; readonly mark: string }>(
  section: EditorSection<Shown>,
) {
  return async (state: FormState, form: FormData, { now }: ActionRequest): Promise<FormState> => {
    const slug = postedText(form, "event");
    const locale = localeOf(postedText(form, "language"));
    const t = translator(locale, "editor");
    const values = postedValues(form, MOST_FIELDS);
    const seen = postedText(form, "seen");
    const again = (answer: Partial<FormState>): FormState => ({
      ...{ attempt: nextAttempt(state), values, messages: {}, problem: null },
      hidden: { event: slug, language: locale, seen },
      ...answer,
    });
    try {
      const opened = await openEvent(await sessionToken(), slug, canEdit, now);
      if (!opened.ok) return again({ problem: t("gone") });
      const scope = opened.value;
      const outcome = await section.save(scope, { body: nestedBody(values), seen }, now);
      if (outcome.ok) {
        const { changed, slug: address } = outcome.value;
        const removed = removedRows(values);
        const query = new URLSearchParams({
          done: changed.length > 0 ? "saved" : "unchanged",
          ...(removed && { removed }),
        });
        return redirect(localePath(locale, `/organise/${address}/edit${EDITOR_PAGES[section.page]}?${query}`));
      }
      if (outcome.code === "event_gone") return again({ problem: t("gone") });
      if (outcome.code === "invalid") {
        const messages = Object.entries(outcome.detail).map(
          ([name, code]) => [name, [translator(locale, "editorPublishing")(`error.${code}`)]] as const,
        );
        return again({ messages: Object.fromEntries(messages) });
      }
      const view = section.view(await section.read(scope), await getEditedEvent(scope), locale);
      return again({
        problem: t("changedMeanwhile"),
        messages: differences(outcome.detail.fields, values, view, locale),
        hidden: { event: slug, language: locale, seen: outcome.detail.mark },
      });
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      return again({ problem: t("unavailable") });
    }
  };
}

/** By each field that holds something else than what is stored: what is stored. */
function differences(
  stored: SectionFields,
  values: FormValues,
  view: readonly SectionView[],
  locale: Locale,
): FormState["messages"] {
  const t = translator(locale, "editor");
  const fields = new Map(view.flatMap((section) => section.fields).map((field) => [field.name, field]));
  const differing = Object.entries(stored).flatMap(([name, value]) => {
    const field = fields.get(name);
    if (value === (values[name]?.[0] ?? "").replaceAll("\r\n", "\n").trim()) return [];
    const chosen =
      field && "choices" in field ? field.choices.find((choice) => choice.value === value)?.label : undefined;
    const words = field?.kind === "tick" ? (value === "on" ? "☑" : "☐") : (chosen ?? value);
    return [[name, [t("storedNow", { value: words || t("nothing") })]] as const];
  });
  return Object.fromEntries(differing);
}
