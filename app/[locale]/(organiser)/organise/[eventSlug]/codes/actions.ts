"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { createVoucher } from "@/lib/ticketing/commands/create-voucher";
import { endVoucher } from "@/lib/ticketing/commands/end-voucher";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";

const FIELDS = ["code", "category", "percent", "amount", "uses", "validThrough", "note"];

type Command = typeof createVoucher | typeof endVoucher;

/** A form on the codes' page: opens the event for who may change it, and shows the page again with what was done. */
const onCodes =
  (command: Command, done: "made" | "ended") =>
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const slug = text(form, "event");
    const locale = localeOf(text(form, "language"));
    const values = Object.fromEntries(FIELDS.map((name) => [name, text(form, name)]));
    const event = await openEvent(await sessionToken(), slug, canEdit, now);
    const outcome = event.ok ? await command(event.value, values, now) : null;
    if (outcome?.ok) redirect(localePath(locale, `/organise/${slug}/codes?${done}=${outcome.value.code}`));
    const problem = translator(locale, "codes")(outcome ? outcome.code : "voucher_gone");
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    return { attempt, problem, values };
  };

/** Makes a code. */
export const make = defineAction(onCodes(createVoucher, "made"));

/** Gives a code another last day. */
export const end = defineAction(onCodes(endVoucher, "ended"));

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
