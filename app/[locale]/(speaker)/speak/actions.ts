"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { postedFile } from "@/app/_files/posted-file";
import type { SpeakerScope } from "@/lib/auth/scopes";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { handInSlides, takeBackSlides } from "@/lib/programme/commands/hand-in-slides";
import type { ToolState } from "../../(organiser)/_form/tool-form";
import { findMyScope } from "./_sheet/my-scope";

type Command = (scope: SpeakerScope, form: FormData, request: ActionRequest) => ReturnType<typeof handInSlides>;

/** A form about one session on the speaker's own sheet; what was done is said where it was done. */
const aboutSlides =
  (command: Command, done: "sent" | "removed") =>
  async (state: ToolState, form: FormData, request: ActionRequest): Promise<ToolState> => {
    const locale = localeOf(text(form, "language"));
    const session = text(form, "session");
    const scope = await findMyScope(request.now);
    const outcome = scope ? await command(scope, form, request) : null;
    if (outcome?.ok) {
      const query = new URLSearchParams({ done, session });
      redirect(localePath(locale, `/speak?${query}#slides-${encodeURIComponent(session)}`));
    }
    const problem = translator(locale, "speak")(`slides.problem.${outcome?.code ?? "session_gone"}`);
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    return { attempt, problem, values: { link: text(form, "link"), consent: text(form, "consent") } };
  };

/** Hands slides in for one of the speaker's sessions, or changes whether they may be published. */
export const handIn = defineAction(
  aboutSlides(async (scope, form, { now, clientIp }) => {
    const file = await postedFile(form, "file");
    const consent = text(form, "consent") !== "";
    const sent = { sessionId: text(form, "session"), file, link: text(form, "link"), consent, clientIp };
    return handInSlides(scope, sent, now);
  }, "sent"),
);

/** Removes the slides of one of the speaker's sessions. */
export const takeBack = defineAction(
  aboutSlides((scope, form, { now }) => takeBackSlides(scope, text(form, "session"), now), "removed"),
);

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
