"use server";

import { redirect } from "next/navigation";
import type { Temporal } from "temporal-polyfill";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openOrganisation } from "@/lib/auth/organisation-gate";
import type { OrganisationScope } from "@/lib/auth/scopes";
import type { Result } from "@/lib/core/result";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { changeMember } from "@/lib/members/commands/change-member";
import { inviteMember } from "@/lib/members/commands/invite-member";
import { withdrawInvitation } from "@/lib/members/commands/withdraw-invitation";
import type { MemberFailure } from "@/lib/members/errors";
import { sessionToken } from "../../_access/session-token";
import { toolProblem, toolValues } from "../../_form/tool-answer";
import type { ToolState } from "../../_form/tool-form";

type Fields = Readonly<Record<string, string>>;
type Command = (
  scope: OrganisationScope,
  fields: Fields,
  now: Temporal.Instant,
) => Promise<Result<string, MemberFailure>>;

/** A form on the team's page: opens the organisation for who owns it, and shows the page again with what was done. */
const onTeam =
  (command: Command) =>
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const fields = toolValues(form);
    const locale = localeOf(fields["language"] ?? "");
    const t = translator(locale, "team");
    const scope = await openOrganisation(await sessionToken(), fields["organisation"] ?? "", now);
    if (!scope.ok)
      return toolProblem(state, form, t(`error.${scope.code === "signed_out" ? "signed_out" : "not_owner"}`));
    const outcome = await command(scope.value, fields, now);
    if (!outcome.ok) return toolProblem(state, form, t(`error.${outcome.code}`));
    redirect(localePath(locale, `/organise/team?in=${scope.value.slug}&done=${outcome.value}`));
  };

/** Asks somebody by mail to work in the organisation. */
export const invite = defineAction(
  onTeam(async (scope, fields, now) => {
    const invited = await inviteMember(scope, fields, now);
    return invited.ok ? { ...invited, value: "invited" } : invited;
  }),
);

/** Takes an unanswered invitation back. */
export const withdraw = defineAction(
  onTeam(async (scope, fields, now) => {
    const withdrawn = await withdrawInvitation(scope, fields["invitation"] ?? "", now);
    return withdrawn.ok ? { ...withdrawn, value: "withdrawn" } : withdrawn;
  }),
);

/** Changes what a member may do, or takes them out. */
export const change = defineAction(
  onTeam(async (scope, fields, now) => {
    const changed = await changeMember(scope, fields, now);
    return changed.ok ? { ...changed, value: changed.value.change } : changed;
  }),
);
