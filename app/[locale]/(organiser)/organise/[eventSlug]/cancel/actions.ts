"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { cancelEvent } from "@/lib/registrations/commands/cancel-event";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";

/** Calls the event off, and goes on to the page that says so. */
export const cancel = defineAction(
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    const [slug, locale] = [text("event"), localeOf(text("language"))];
    const event = await openEvent(await sessionToken(), slug, canEdit, now);
    const body = { confirmed: text("confirmed") !== "", message: text("message") };
    const did = event.ok ? await cancelEvent(event.value, body, now) : ({ ok: false, code: "event_gone" } as const);
    if (did.ok) redirect(localePath(locale, `/organise/${slug}/cancel?done=cancelled`));
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    const values = { message: text("message"), confirmed: text("confirmed") };
    return { attempt, problem: translator(locale, "cancelEvent")(did.code), values };
  },
);
