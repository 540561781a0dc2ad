"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { nextAttempt, postedText } from "@/app/[locale]/(public)/_form/posted-values";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { TableSource } from "@/lib/platform/read-table";
import { importSessions } from "@/lib/programme/commands/import-sessions";
import { previewSessions, type SessionListColumns } from "@/lib/programme/queries/session-import";
import { SESSION_COLUMNS } from "@/lib/programme/schema";
import { sessionToken } from "../../../../_access/session-token";
import type { ImportState } from "../../invitations/import/import-state";
import { headingsKey, listKey } from "../../invitations/import/review";
import { reviewOf } from "./review";

/** Shows what a list of sessions would become; on the second button writes all of it and goes back to the programme. */
export const importList = defineAction(async (state: ImportState, form, { now }): Promise<ImportState> => {
  const [slug, locale] = [postedText(form, "event"), localeOf(postedText(form, "locale"))];
  const t = translator(locale, "programmeImport");
  const attempt = nextAttempt(state);
  const refused = (problem: string): ImportState => ({
    attempt,
    problem,
    list: postedText(form, "list"),
    review: null,
  });
  const event = await openEvent(await sessionToken(), slug, canEdit, now);
  if (!event.ok) return refused(t("failed.session_gone"));
  const source = await sourceOf(form);
  const asRead = await previewSessions(event.value, { source, columns: null });
  if (!asRead.ok) return refused(t(`failed.${asRead.code}`));
  // Columns that were chosen for another list say nothing about this one.
  const isSameList = postedText(form, "headings") === headingsKey(asRead.value.headings) && form.has("column.title");
  const columns = isSameList ? chosenColumns(form) : null;
  const isReviewed = source.kind === "pasted" && postedText(form, "reviewed") === listKey(source.text);
  if (postedText(form, "step") === "import" && isReviewed) {
    const outcome = await importSessions(event.value, { source, columns }, now);
    if (!outcome.ok) return refused(t(`failed.${outcome.code}`));
    redirect(localePath(locale, `/organise/${slug}/programme?done=imported&count=${outcome.value.added}`));
  }
  const preview = columns ? await previewSessions(event.value, { source, columns }) : asRead;
  if (!preview.ok) return refused(t(`failed.${preview.code}`));
  const { text, rows } = preview.value;
  const problem = rows.length === 0 ? t("failed.columns_missing") : null;
  return { attempt, problem, list: text, review: reviewOf(preview.value, locale) };
});

async function sourceOf(form: FormData): Promise<TableSource> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return { kind: "file", bytes: new Uint8Array(await file.arrayBuffer()) };
  return { kind: "pasted", text: postedText(form, "list") };
}

function chosenColumns(form: FormData): SessionListColumns {
  const chosen = SESSION_COLUMNS.map((name) => [name, postedText(form, `column.${name}`)] as const);
  return Object.fromEntries(chosen.filter(([, at]) => /^\d{1,3}$/.test(at)).map(([name, at]) => [name, Number(at)]));
}
