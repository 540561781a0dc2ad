"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { importInvitations } from "@/lib/registrations/commands/import-invitations";
import { INVITATION_COLUMNS } from "@/lib/registrations/invitation-schema";
import { canInvite } from "@/lib/registrations/policy";
import { type GivenList, previewImport } from "@/lib/registrations/queries/invitation-import";
import { sessionToken } from "../../../../_access/session-token";
import type { ImportState } from "./import-state";
import { headingsKey, listKey, reviewOf } from "./review";

/** Shows what a list would become; on the second button takes its right rows in and goes back to the board. */
export const importList = defineAction(async (state: ImportState, form, { now }): Promise<ImportState> => {
  const [slug, locale] = [text(form, "event"), localeOf(text(form, "locale"))];
  const t = translator(locale, "invitationImport");
  const attempt = (typeof (state as Partial<ImportState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
  const refused = (problem: string): ImportState => ({ attempt, problem, list: text(form, "list"), review: null });
  const scope = await openEvent(await sessionToken(), slug, canEdit, now);
  if (!scope.ok || !canInvite(scope.value)) return refused(t("invitation_gone"));
  const source = await sourceOf(form);
  const asRead = await previewImport(scope.value, { source, columns: null });
  if (!asRead.ok) return refused(t(asRead.code));
  // Columns that were chosen for another list say nothing about this one.
  const isSameList = text(form, "headings") === headingsKey(asRead.value.headings) && form.has("column.name");
  const columns = isSameList ? chosenColumns(form) : null;
  const isReviewed = source.kind === "pasted" && text(form, "reviewed") === listKey(source.text);
  if (text(form, "step") === "import" && isReviewed) {
    const outcome = await importInvitations(scope.value, { source, columns }, now);
    if (!outcome.ok) return refused(t(outcome.code));
    const { added, changed, wrong } = outcome.value;
    const done = `?done=imported&added=${added}&changed=${changed}&wrong=${wrong}`;
    redirect(localePath(locale, `/organise/${slug}/invitations${done}`));
  }
  const preview = columns ? await previewImport(scope.value, { source, columns }) : asRead;
  if (!preview.ok) return refused(t(preview.code));
  const { name, email } = preview.value.columns;
  const problem = name === undefined || email === undefined ? t("columns_missing") : null;
  return { attempt, problem, list: preview.value.text, review: reviewOf(preview.value, locale) };
});

async function sourceOf(form: FormData): Promise<GivenList["source"]> {
  const file = form.get("file");
  if (file instanceof File && file.size > 0) return { kind: "file", bytes: new Uint8Array(await file.arrayBuffer()) };
  return { kind: "pasted", text: text(form, "list") };
}

function chosenColumns(form: FormData): NonNullable<GivenList["columns"]> {
  const chosen = INVITATION_COLUMNS.map((name) => [name, text(form, `column.${name}`)] as const);
  return Object.fromEntries(chosen.filter(([, at]) => /^\d{1,3}$/.test(at)).map(([name, at]) => [name, Number(at)]));
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
