"use server";

import { redirect } from "next/navigation";
import type { Temporal } from "temporal-polyfill";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { addRule, changeRule } from "@/lib/reminders/commands/save-rule";
import { switchLadder } from "@/lib/reminders/commands/switch-ladder";
import { switchRule } from "@/lib/reminders/commands/switch-rule";
import type { ReminderErrorCode } from "@/lib/reminders/errors";
import { parseLadderSwitch, parseRuleSwitch, RULE_FIELDS } from "@/lib/reminders/schema";
import { sessionToken } from "../../../../_access/session-token";
import type { ToolState } from "../../../../_form/tool-form";

type Did = { readonly ok: true; readonly to: string } | { readonly ok: false; readonly code: ReminderErrorCode };
type Work = (
  scope: EventScope,
  posted: { readonly text: (name: string) => string; readonly body: Record<string, string>; readonly revision: number },
  now: Temporal.Instant,
) => Promise<Did>;

/** A form of the reminders' pages: opens the event for who may change it, and goes on to where what was done shows. */
const onReminders =
  (work: Work) =>
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    const slug = text("event");
    const locale = localeOf(text("language"));
    const values = Object.fromEntries(RULE_FIELDS.map((name) => [name, text(name)]));
    const revision = /^\d{1,9}$/.test(text("revision")) ? Number(text("revision")) : -1;
    const event = await openEvent(await sessionToken(), slug, canEdit, now);
    const did: Did = event.ok
      ? await work(event.value, { text, body: { ...values, kind: text("kind") }, revision }, now)
      : { ok: false, code: "rule_gone" };
    if (did.ok) redirect(localePath(locale, `/organise/${slug}/mail/reminders${did.to}`));
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    return { attempt, problem: translator(locale, "reminders")(`problem.${did.code}`), values };
  };

/** Adds a rule. */
export const add = defineAction(
  onReminders(async (scope, { body }, now) => {
    const did = await addRule(scope, body, now);
    return did.ok ? { ok: true, to: `/${did.value.id}?done=added` } : did;
  }),
);

/** Changes when and whom a rule reminds. */
export const change = defineAction(
  onReminders(async (scope, { text, body, revision }, now) => {
    const did = await changeRule(scope, { id: text("id"), revision, body }, now);
    return did.ok ? { ok: true, to: `/${did.value.id}?done=saved` } : did;
  }),
);

/** Switches a rule on or off, or takes it away. */
export const switchOne = defineAction(
  onReminders(async (scope, { text, revision }, now) => {
    const to = parseRuleSwitch(text("to"));
    if (!to.ok) return to;
    const did = await switchRule(scope, { id: text("id"), revision, to: to.value }, now);
    return did.ok ? { ok: true, to: `?done=${to.value}` } : did;
  }),
);

/** Switches the ladder of a group on or off. */
export const ladder = defineAction(
  onReminders(async (scope, { text }, now) => {
    const asked = parseLadderSwitch({ kind: text("kind"), to: text("to") });
    if (!asked.ok) return asked;
    const did = await switchLadder(scope, asked.value, now);
    return did.ok ? { ok: true, to: `?done=ladder-${asked.value.to}` } : did;
  }),
);
