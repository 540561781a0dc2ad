"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { openUser } from "@/lib/auth/user-gate";
import type { Locale } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { saveOwnText, switchOwnText } from "@/lib/mailings/commands/save-own-text";
import { sendOwnTextTest } from "@/lib/mailings/commands/send-own-text-test";
import { tryOwnText } from "@/lib/mailings/queries/own-text-preview";
import { findOwnTexts } from "@/lib/mailings/queries/own-texts";
import { sessionToken } from "../../../../../_access/session-token";
import type { ToolState } from "../../../../../_form/tool-form";
import type { OwnTextState } from "./own-text-form";
import { type OwnTextProblem, problemInWords } from "./problem";

type Posted = {
  readonly scope: EventScope;
  readonly message: string;
  /** The language of the letter. */
  readonly language: Locale;
  readonly revision: number;
  readonly as: string;
  readonly words: { readonly subject: string; readonly body: string };
};

/** What a form of the page says, and the event, when it is for who may change it. */
async function read(form: FormData, now: ActionRequest["now"]) {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const locale = localeOf(text("language"));
  const slug = text("event");
  const event = await openEvent(await sessionToken(), slug, canEdit, now);
  const message = text("message");
  const posted = {
    ...{ message, language: localeOf(text("in")), as: text("as") },
    revision: /^\d{1,9}$/.test(text("revision")) ? Number(text("revision")) : -1,
    words: { subject: text("subject"), body: text("body") },
  };
  const path = localePath(locale, `/organise/${slug}/mail/texts/${encodeURIComponent(message)}`);
  const back = (done: string) => `${path}?${new URLSearchParams({ done, ...(posted.as && { as: posted.as }) })}`;
  return { locale, posted: event.ok ? { ...posted, scope: event.value } : null, typed: posted, back, does: text("do") };
}

const next = (state: unknown) => {
  const { attempt } = (state ?? {}) as { attempt?: unknown };
  return (typeof attempt === "number" ? attempt : 0) + 1;
};
const GONE: OwnTextProblem = { ok: false, code: "message_unknown" };

/** Saves an own text, or shows how it would read. */
export const change = defineAction(
  async (state: OwnTextState, form: FormData, { now }: ActionRequest): Promise<OwnTextState> => {
    const { locale, posted, typed, back, does } = await read(form, now);
    const again = (more: Partial<OwnTextState>): OwnTextState => ({
      ...{ attempt: next(state), problem: null, preview: null, theirs: null },
      values: { ...typed.words, as: typed.as },
      ...more,
    });
    const refused = (problem: OwnTextProblem) => problemInWords(problem, typed.message, locale);
    if (!posted) return again({ problem: refused(GONE) });
    const { scope, message, language, revision, as: reference, words } = posted;
    if (does === "preview") {
      const shown = await tryOwnText({ eventId: scope.eventId, message, locale: language, reference }, words, now);
      if (!shown.ok) return again({ problem: refused(shown) });
      const { subject, html, text } = shown.value.letter;
      return again({ preview: { subject, html, text } });
    }
    const saved = await saveOwnText(scope, { message, locale: language, revision, words }, now);
    if (saved.ok) redirect(back("saved"));
    const theirs = saved.code === "own_text_changed" ? (await findOwnTexts(scope, message))?.[language] : null;
    return again({ problem: refused(saved), theirs: theirs ?? null });
  },
);

type Did = { readonly ok: true } | OwnTextProblem;

/** A form of one button: does it, and shows on the page that it is done. */
const onText =
  (done: string, work: (posted: Posted, now: ActionRequest["now"]) => Promise<Did>) =>
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const { locale, posted, typed, back } = await read(form, now);
    const did = posted ? await work(posted, now) : GONE;
    if (did.ok) redirect(back(done));
    return { attempt: next(state), problem: problemInWords(did, typed.message, locale), values: {} };
  };

/** Goes back to the standard text. */
export const reset = defineAction(
  onText("resetDone", ({ scope, message, language: locale, revision }, now) =>
    switchOwnText(scope, { message, locale, revision, inUse: false }, now),
  ),
);

/** Takes up again the own text that was kept. */
export const restore = defineAction(
  onText("restored", ({ scope, message, language: locale, revision }, now) =>
    switchOwnText(scope, { message, locale, revision, inUse: true }, now),
  ),
);

/** Sends the letter to who is signed in. */
export const test = defineAction(
  onText("tested", async ({ scope, message, language: locale, as: reference }, now) => {
    const user = await openUser(await sessionToken(), now);
    return user.ok ? sendOwnTextTest({ scope, user: user.value }, { message, reference, locale }, now) : GONE;
  }),
);
