"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { createNextEdition } from "@/lib/events/commands/create-next-edition";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";

/** Makes the next edition as a draft, and goes on to what is to be looked through in it. */
export const createEdition = defineAction(
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    const locale = localeOf(text("language"));
    const event = await openEvent(await sessionToken(), text("event"), canEdit, now);
    const made = event.ok ? await createNextEdition(event.value, { first: text("first") }, now) : null;
    if (made?.ok) redirect(localePath(locale, `/organise/${made.value.slug}/next?done=made`));
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    return { attempt, problem: translator(locale, "nextEdition")(made?.code ?? "event_gone"), values: {} };
  },
);
