"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { changeProfile } from "@/lib/auth/commands/change-profile";
import { endSessions } from "@/lib/auth/commands/end-sessions";
import { openUser } from "@/lib/auth/user-gate";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { sessionToken } from "../../_access/session-token";
import { toolProblem, toolValues } from "../../_form/tool-answer";
import type { ToolState } from "../../_form/tool-form";

/** Sets one's own name and language; the page comes back in the language chosen. */
export const saveProfile = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const fields = toolValues(form);
  const t = translator(localeOf(fields["language"] ?? ""), "account");
  const user = await openUser(await sessionToken(), now);
  if (!user.ok) return toolProblem(state, form, t("error.signed_out"));
  const saved = await changeProfile(user.value, fields);
  if (!saved.ok) return toolProblem(state, form, t(`error.${saved.code}`));
  redirect(localePath(saved.value.locale, "/organise/account?done=saved"));
});

/** Signs oneself out of one browser, of all others, or of all. */
export const signOut = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const fields = toolValues(form);
  const locale = localeOf(fields["language"] ?? "");
  const t = translator(locale, "account");
  const user = await openUser(await sessionToken(), now);
  if (!user.ok) return toolProblem(state, form, t("error.signed_out"));
  const ended = await endSessions(user.value, fields["session"]);
  if (!ended.ok) return toolProblem(state, form, t(`error.${ended.code}`));
  const done = ended.value === "others" ? "endedOthers" : "ended";
  redirect(localePath(locale, ended.value === "all" ? "/sign-in" : `/organise/account?done=${done}`));
});
