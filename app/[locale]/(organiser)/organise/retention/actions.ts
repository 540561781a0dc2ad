"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openUser } from "@/lib/auth/user-gate";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { saveRetentionRule } from "@/lib/retention/commands/save-rule";
import { switchRetentionRule } from "@/lib/retention/commands/switch-rule";
import { sessionToken } from "../../_access/session-token";
import type { ToolState } from "../../_form/tool-form";

const FIELDS = ["organisation", "dataClass", "months", "decision", "to", "revision", "seen"];

type Command = typeof saveRetentionRule | typeof switchRetentionRule;

const onRules =
  (command: Command, done: "saved" | "switched") =>
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const locale = localeOf(text(form, "language"));
    const values = Object.fromEntries(FIELDS.map((name) => [name, text(form, name)]));
    const user = await openUser(await sessionToken(), now);
    const outcome = user.ok ? await command(user.value, values, now) : null;
    if (outcome?.ok)
      redirect(localePath(locale, `/organise/retention?done=${done}#${values["dataClass"]}-${values["organisation"]}`));
    const problem = translator(locale, "retention")(`problem.${outcome ? outcome.code : "rule_gone"}`);
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    return { attempt, problem, values };
  };

/** Says for how long a class of data is kept, and by which decision. */
export const save = defineAction(onRules(saveRetentionRule, "saved"));

/** Lets a rule begin, or rest. */
export const turn = defineAction(onRules(switchRetentionRule, "switched"));

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
