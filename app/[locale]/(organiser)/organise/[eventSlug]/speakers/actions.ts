"use server";

import { redirect } from "next/navigation";
import type { Temporal } from "temporal-polyfill";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { postedFile } from "@/app/_files/posted-file";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import type { Result } from "@/lib/core/result";
import { setEvaluationUrl } from "@/lib/events/commands/set-evaluation-url";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { addMaterial } from "@/lib/programme/commands/add-material";
import { decideMaterials, isMaterialDecision } from "@/lib/programme/commands/decide-materials";
import { inviteSpeakers } from "@/lib/programme/commands/invite-speakers";
import type { MaterialCode, SpeakerCode } from "@/lib/programme/errors";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";

type Done = Result<string, SpeakerCode | MaterialCode | "event_gone">;
type Command = (scope: EventScope, form: FormData, now: Temporal.Instant) => Promise<Done>;

/** A form on the page about speakers: opens the event for who may change it, and shows the page again with what was done. */
const onSpeakers =
  (command: Command, kept: readonly string[] = []) =>
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const slug = text(form, "event");
    const locale = localeOf(text(form, "language"));
    const event = await openEvent(await sessionToken(), slug, canEdit, now);
    const outcome = event.ok ? await command(event.value, form, now) : null;
    if (outcome?.ok) redirect(localePath(locale, `/organise/${slug}/speakers?${outcome.value}`));
    const problem = translator(locale, "speakers")(`problem.${outcome ? outcome.code : "event_gone"}`);
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    return { attempt, problem, values: Object.fromEntries(kept.map((name) => [name, text(form, name)])) };
  };

/** Sends the chosen speakers their link. */
export const invite = defineAction(
  onSpeakers(async (scope, form, now) => {
    const done = await inviteSpeakers(scope, texts(form, "speaker"), now);
    return done.ok ? { ok: true, value: `sent=${done.value.sent}` } : done;
  }),
);

/** Takes a material: the event's own, or a speaker's on their behalf. */
export const add = defineAction(
  onSpeakers(
    async (scope, form, now) => {
      const words = {
        belongsTo: text(form, "belongsTo"),
        titleSv: text(form, "titleSv"),
        titleEn: text(form, "titleEn"),
      };
      const sent = {
        file: await postedFile(form, "file"),
        link: text(form, "link"),
        consent: text(form, "consent") !== "",
      };
      const done = await addMaterial(scope, { ...words, ...sent }, now);
      return done.ok ? { ok: true, value: "done=added#materials" } : done;
    },
    ["belongsTo", "titleSv", "titleEn", "link", "consent"],
  ),
);

/** Publishes the chosen materials, hides or removes them. */
export const decide = defineAction(
  onSpeakers(
    async (scope, form, now) => {
      const decision = text(form, "decision");
      if (!isMaterialDecision(decision)) return { ok: false, code: "nothing_chosen", detail: undefined };
      const done = await decideMaterials(
        scope,
        { ids: texts(form, "material"), decision, publicOn: text(form, "publicOn") },
        now,
      );
      return done.ok ? { ok: true, value: `done=${decision}#materials` } : done;
    },
    ["decision", "publicOn"],
  ),
);

/** Sets where attendees tell what they thought. */
export const evaluation = defineAction(
  onSpeakers(
    async (scope, form, now) => {
      const done = await setEvaluationUrl(scope, text(form, "evaluation"), now);
      return done.ok ? { ok: true, value: "done=evaluation#evaluation" } : done;
    },
    ["evaluation"],
  ),
);

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function texts(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === "string");
}
