"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { inviteSpeakers } from "@/lib/programme/commands/invite-speakers";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";

/** Sends the chosen speakers their link, for who may change the event. */
export const invite = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const slug = text(form, "event");
  const locale = localeOf(text(form, "language"));
  const chosen = form.getAll("speaker").filter((id) => typeof id === "string");
  const event = await openEvent(await sessionToken(), slug, canEdit, now);
  const outcome = event.ok ? await inviteSpeakers(event.value, chosen, now) : null;
  if (outcome?.ok) redirect(localePath(locale, `/organise/${slug}/speakers?sent=${outcome.value.sent}`));
  const problem = translator(locale, "speakers")(`problem.${outcome ? outcome.code : "speaker_gone"}`);
  const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
  return { attempt, problem, values: {} };
});

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
