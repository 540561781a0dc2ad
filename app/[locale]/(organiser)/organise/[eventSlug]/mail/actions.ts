"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { liftAddress } from "@/lib/registrations/commands/lift-address";
import { sendMailAgain } from "@/lib/registrations/commands/send-mail-again";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";

/** A form on the page of mails: opens the event for who may change it, and shows the page again with what was done. */
const onMails =
  (what: "again" | "lifted") =>
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const [slug, locale, email] = [text(form, "event"), localeOf(text(form, "language")), text(form, "email")];
    const scope = await openEvent(await sessionToken(), slug, canEdit, now);
    const outcome = scope.ok
      ? what === "again"
        ? await sendMailAgain(scope.value, { id: text(form, "mail"), email }, now)
        : await liftAddress(scope.value, email, now)
      : null;
    if (outcome?.ok) redirect(localePath(locale, `/organise/${slug}/mail?done=${what}`));
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    return { attempt, problem: translator(locale, "eventMail")(outcome?.code ?? "mail_gone"), values: { email } };
  };

/** Sends a mail that did not arrive again, to its address or a mended one. */
export const sendAgain = defineAction(onMails("again"));

/** Lets mail go to an address again that was said to take none. */
export const lift = defineAction(onMails("lifted"));

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
