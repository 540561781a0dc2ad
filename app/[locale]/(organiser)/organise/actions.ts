"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { openUser } from "@/lib/auth/user-gate";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { answerInvitation } from "@/lib/members/commands/answer-invitation";
import { foundOrganisation } from "@/lib/members/commands/found-organisation";
import { sessionToken } from "../_access/session-token";
import { toolProblem, toolValues } from "../_form/tool-answer";
import type { ToolState } from "../_form/tool-form";

/** Accepts or declines an invitation to work somewhere. */
export const answer = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const fields = toolValues(form);
  const locale = localeOf(fields["language"] ?? "");
  const t = translator(locale, "team");
  const accept = fields["answer"] === "accept";
  const user = await openUser(await sessionToken(), now);
  if (!user.ok) return toolProblem(state, form, t("error.signed_out"));
  const answered = await answerInvitation(user.value, { id: fields["invitation"] ?? "", accept }, now);
  if (!answered.ok) return toolProblem(state, form, t(`error.${answered.code}`));
  redirect(localePath(locale, `/organise?done=${accept ? "accepted" : "declined"}`));
});

/** Founds an organisation. */
export const found = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const fields = toolValues(form);
  const locale = localeOf(fields["language"] ?? "");
  const t = translator(locale, "team");
  const user = await openUser(await sessionToken(), now);
  if (!user.ok) return toolProblem(state, form, t("error.signed_out"));
  const founded = await foundOrganisation(user.value, fields, now);
  if (!founded.ok) return toolProblem(state, form, t(`error.${founded.code}`));
  redirect(localePath(locale, "/organise?done=founded"));
});
