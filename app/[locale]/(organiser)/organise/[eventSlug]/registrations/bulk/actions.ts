"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { carryOutBulkChange } from "@/lib/bulk/commands/carry-out-bulk-change";
import { confirmBulkChange } from "@/lib/bulk/commands/confirm-bulk-change";
import { parseSelection } from "@/lib/bulk/schema";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { sessionToken } from "../../../../_access/session-token";
import type { ToolState } from "../../../../_form/tool-form";
import { parametersOf } from "../_list/parameters";
import { readWish } from "./wish-in-address";

/** As long as somebody may be kept waiting for the answer; the worker goes on with the rest. */
const AT_ONCE_SECONDS = 3;

/** Does what the dry run showed, begins at once, and shows how far it has come. */
export const confirm = defineAction(
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const [slug, locale] = [text(form, "event"), localeOf(text(form, "language"))];
    const t = translator(locale, "participantList");
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    const refused = (problem: string): ToolState => ({ attempt, problem, values: {} });
    const scope = await openEvent(await sessionToken(), slug, canEdit, now);
    const raw = parametersOf(new URLSearchParams(text(form, "query")));
    const [selection, read] = [parseSelection(raw), readWish(raw)];
    if (!scope.ok || !selection || !read?.wish) return refused(t("gone"));
    const asked = { id: text(form, "id"), fingerprint: text(form, "fingerprint"), wish: read.wish, selection };
    const confirmed = await confirmBulkChange(scope.value, asked, now);
    if (!confirmed.ok) return refused(t(confirmed.code));
    const { id } = confirmed.value;
    await carryOutBulkChange(id, now.add({ seconds: AT_ONCE_SECONDS }), currentInstant);
    redirect(localePath(locale, `/organise/${slug}/registrations/bulk?run=${id}`));
  },
);

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
