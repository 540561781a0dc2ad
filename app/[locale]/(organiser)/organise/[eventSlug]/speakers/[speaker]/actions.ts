"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { saveSpeaker } from "@/lib/programme/commands/save-speaker";
import { sessionToken } from "../../../../_access/session-token";
import type { ToolState } from "../../../../_form/tool-form";

const PART = "part.";
/** More fields than the largest programme has sessions. */
const MOST_FIELDS = 500;

/** Saves a speaker, a new one or one who is there, for who may change the event. */
export const save = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const values = postedTexts(form);
  const { event: slug = "", speaker = "" } = values;
  const locale = localeOf(values["language"] ?? "");
  const parts = Object.entries(values).filter(([name]) => name.startsWith(PART));
  const body = { ...values, parts: Object.fromEntries(parts.map(([name, part]) => [name.slice(PART.length), part])) };
  const event = await openEvent(await sessionToken(), slug, canEdit, now);
  const outcome = event.ok ? await saveSpeaker(event.value, { speaker: speaker || null, body }, now) : null;
  if (outcome?.ok) {
    const done = outcome.value.isNew ? "speaker-added" : "speaker-changed";
    redirect(localePath(locale, `/organise/${slug}/speakers?done=${done}`));
  }
  const problem = translator(locale, "speakers")(`problem.${outcome ? outcome.code : "speaker_gone"}`);
  const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
  return { attempt, problem, values };
});

function postedTexts(form: FormData): Readonly<Record<string, string>> {
  const texts = [...form].filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts.slice(0, MOST_FIELDS).filter(([name]) => !name.startsWith("$ACTION")));
}
