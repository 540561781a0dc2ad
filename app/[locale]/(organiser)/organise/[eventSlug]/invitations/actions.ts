"use server";

import { redirect } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { addInvitation } from "@/lib/registrations/commands/add-invitation";
import { allowGuests } from "@/lib/registrations/commands/allow-guests";
import { extendDeadlines } from "@/lib/registrations/commands/extend-deadlines";
import { sendInvitations } from "@/lib/registrations/commands/send-invitations";
import { withdrawInvitation } from "@/lib/registrations/commands/withdraw-invitation";
import { invitationProblems } from "@/lib/registrations/error-messages";
import { parseInvitationFilter } from "@/lib/registrations/invitation-schema";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";

const FIELDS = ["name", "email", "organisation", "municipality", "group", "category", "language", "guests", "through"];

/** What stood in the way, in words; or where the browser goes on to, below the board. */
type Answer = { readonly problem: string } | { readonly to: string };
type Tool = (scope: EventScope, form: FormData, locale: Locale, request: ActionRequest) => Promise<Answer>;

/** A form about invitations: opens the event for who may invite, and goes on to where it shows what was done. */
const onInvitations =
  (tool: Tool) =>
  async (state: ToolState, form: FormData, request: ActionRequest): Promise<ToolState> => {
    const [slug, locale] = [text(form, "event"), localeOf(text(form, "locale"))];
    const scope = await openEvent(await sessionToken(), slug, canEdit, request.now);
    const answer: Answer = scope.ok
      ? await tool(scope.value, form, locale, request)
      : { problem: translator(locale, "invitations")("invitation_gone") };
    if ("to" in answer) redirect(localePath(locale, `/organise/${slug}/invitations${answer.to}`));
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    return {
      attempt,
      problem: answer.problem,
      values: Object.fromEntries(FIELDS.map((name) => [name, text(form, name)])),
    };
  };

/** Invites one person by hand. */
export const add = defineAction(
  onInvitations(async (scope, form, locale, { now }) => {
    const cells = {
      name: text(form, "name"),
      email: text(form, "email"),
      organisation: text(form, "organisation"),
      municipality: text(form, "municipality"),
      group: text(form, "group"),
      category: text(form, "category"),
      language: text(form, "language"),
      guests: text(form, "guests"),
    };
    const outcome = await addInvitation(scope, cells, now);
    if (outcome.ok) return { to: "?done=added" };
    const t = translator(locale, "invitations");
    if (outcome.code !== "cells_wrong") return { problem: t(outcome.code) };
    return { problem: invitationProblems(outcome.detail, { cells }, locale).join(" ") };
  }),
);

/** Sends the invitation to one person, or to those a filter shows. */
export const send = defineAction(
  onInvitations(async (scope, form, locale, { now }) => {
    const id = text(form, "id");
    const to =
      id === ""
        ? ({
            kind: "shown",
            filter: parseInvitationFilter(Object.fromEntries(form)),
            again: text(form, "again") === "yes",
          } as const)
        : ({ kind: "one", id } as const);
    const outcome = await sendInvitations(scope, { to, shownAt: shownAt(form, now) }, now);
    if (!outcome.ok) return { problem: translator(locale, "invitations")(outcome.code) };
    return { to: `${id && `/${id}`}?done=sent&count=${outcome.value.sent}` };
  }),
);

/** Takes one invitation back, or lets it count again. */
export const withdraw = defineAction(
  onInvitations(async (scope, form, locale, { now }) => {
    const id = text(form, "id");
    const withdrawn = text(form, "withdrawn") === "yes";
    const outcome = await withdrawInvitation(scope, { id, withdrawn }, now);
    if (!outcome.ok) return { problem: translator(locale, "invitations")(outcome.code) };
    return { to: `/${id}?done=${withdrawn ? "withdrawn" : "restored"}` };
  }),
);

/** Gives one person a later last day to answer, or takes it back. */
export const extend = defineAction(
  onInvitations(async (scope, form, locale, { now }) => {
    const id = text(form, "id");
    const body = { through: text(form, "through") };
    const outcome = await extendDeadlines(scope, { whose: { invitationId: id }, body }, now);
    if (outcome.ok) return { to: `/${id}?done=extended` };
    const t = translator(locale, "invitations");
    return { problem: t(outcome.code === "extension_date" ? "extension_date" : "invitation_gone") };
  }),
);

/** Sets how many one person may bring. */
export const guests = defineAction(
  onInvitations(async (scope, form, locale, { now }) => {
    const id = text(form, "id");
    const outcome = await allowGuests(scope, { id, guests: text(form, "guests") }, now);
    if (!outcome.ok) return { problem: translator(locale, "invitations")(outcome.code) };
    return { to: `/${id}?done=guests` };
  }),
);

/** When the page was shown; never later than now, and now when the form does not say. */
function shownAt(form: FormData, now: Temporal.Instant): Temporal.Instant {
  const milliseconds = Number(text(form, "shownAt"));
  const isPast = Number.isInteger(milliseconds) && milliseconds > 0 && milliseconds < now.epochMilliseconds;
  return isPast ? Temporal.Instant.fromEpochMilliseconds(milliseconds) : now;
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
