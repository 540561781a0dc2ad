"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { tellOfChanges } from "@/lib/registrations/commands/tell-of-changes";
import { sessionToken } from "../../../../_access/session-token";
import type { ToolState } from "../../../../_form/tool-form";

/** Tells those concerned what has changed, or notes that there is no need to. */
export const tell = defineAction(
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    const [slug, locale, tells] = [text("event"), localeOf(text("language")), text("tells") === "yes"];
    const event = await openEvent(await sessionToken(), slug, canEdit, now);
    const telling = { change: text("change"), mark: text("mark"), tells };
    const did = event.ok
      ? await tellOfChanges(event.value, telling, now)
      : ({ ok: false, code: "changes_gone" } as const);
    const done = tells ? "told" : "quiet";
    if (did.ok) redirect(localePath(locale, `/organise/${slug}/mail/changes?done=${done}`));
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    return { attempt, problem: translator(locale, "eventChanges")(did.code), values: {} };
  },
);
