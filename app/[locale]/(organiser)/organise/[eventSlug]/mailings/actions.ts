"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { openUser } from "@/lib/auth/user-gate";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { removeMailing, saveMailing, startMailing } from "@/lib/mailings/commands/save-mailing";
import { sendMailing } from "@/lib/mailings/commands/send-mailing";
import { sendTest } from "@/lib/mailings/commands/send-test";
import { stopMailing } from "@/lib/mailings/commands/stop-mailing";
import { MAILING_FIELDS } from "@/lib/mailings/schema";
import { parseFilter } from "@/lib/reports/schema";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";
import { type MailingProblem, problemInWords } from "./_parts/problem";

type Did = { readonly ok: true; readonly to: string } | MailingProblem;
type Work = (
  scope: EventScope,
  posted: { readonly text: (name: string) => string; readonly body: Record<string, string> },
  now: ActionRequest["now"],
) => Promise<Did>;

const KEPT = [...MAILING_FIELDS, "date", "time"];

/** A form of the mailings' pages: opens the event for who may change it, and goes on to where what was done shows. */
const onMailings =
  (work: Work) =>
  async (state: ToolState, form: FormData, { now }: ActionRequest): Promise<ToolState> => {
    const text = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    const slug = text("event");
    const locale = localeOf(text("language"));
    const body = Object.fromEntries(MAILING_FIELDS.map((name) => [name, text(name)]));
    const event = await openEvent(await sessionToken(), slug, canEdit, now);
    const did = event.ok
      ? await work(event.value, { text, body }, now)
      : ({ ok: false, code: "mailing_gone", detail: undefined } as const);
    if (did.ok) redirect(localePath(locale, `/organise/${slug}/mailings${did.to}`));
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    const values = Object.fromEntries(KEPT.map((name) => [name, text(name)]));
    return { attempt, problem: problemInWords(did, locale), values };
  };

const revision = (raw: string) => (/^\d{1,9}$/.test(raw) ? Number(raw) : -1);

/** Keeps a new draft. */
export const start = defineAction(
  onMailings(async (scope, { text, body }, now) => {
    const { filter } = parseFilter(Object.fromEntries(new URLSearchParams(text("filter"))));
    const did = await startMailing(scope, { body, filter }, now);
    return did.ok ? { ok: true, to: `/${did.value.id}?done=saved` } : did;
  }),
);

/** Changes a draft. */
export const save = defineAction(
  onMailings(async (scope, { text, body }, now) => {
    const did = await saveMailing(scope, { id: text("id"), revision: revision(text("revision")), body }, now);
    return did.ok ? { ok: true, to: `/${did.value.id}?done=saved` } : did;
  }),
);

/** Throws a draft away. */
export const remove = defineAction(
  onMailings(async (scope, { text }, now) => {
    const did = await removeMailing(scope, text("id"), now);
    return did.ok ? { ok: true, to: "?done=removed" } : did;
  }),
);

/** Sends a draft to who is signed in. */
export const test = defineAction(
  onMailings(async (scope, { text }, now) => {
    const user = await openUser(await sessionToken(), now);
    if (!user.ok) return { ok: false, code: "mailing_gone", detail: undefined };
    const [id, reference, locale] = [text("id"), text("as"), localeOf(text("in"))];
    const did = await sendTest({ scope, user: user.value }, { id, reference, locale }, now);
    return did.ok
      ? { ok: true, to: `/${id}?${new URLSearchParams({ as: reference, in: locale, done: "tested" })}` }
      : did;
  }),
);

/** Puts a mailing in the outbox. */
export const send = defineAction(
  onMailings(async (scope, { text }, now) => {
    const at = { date: text("date").trim(), time: text("time").trim() };
    const sending = { id: text("id"), revision: revision(text("revision")), shown: revision(text("shown")), at };
    const did = await sendMailing(scope, sending, now);
    return did.ok ? { ok: true, to: `/${text("id")}?done=queued` } : did;
  }),
);

/** Takes back what has not left. */
export const stop = defineAction(
  onMailings(async (scope, { text }, now) => {
    const did = await stopMailing(scope, text("id"), now);
    return did.ok ? { ok: true, to: `/${text("id")}?done=${did.value.left === 0 ? "undone" : "stopped"}` } : did;
  }),
);
