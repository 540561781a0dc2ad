"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import type { FormState } from "@/app/[locale]/(public)/_form/form-view";
import { nextAttempt, postedText, postedValues } from "@/app/[locale]/(public)/_form/posted-values";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit, canEditSessions } from "@/lib/auth/policy";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { addBreaks } from "@/lib/programme/commands/add-breaks";
import { moveSession } from "@/lib/programme/commands/move-session";
import { removeSession } from "@/lib/programme/commands/remove-session";
import { saveSession } from "@/lib/programme/commands/save-session";
import { saveTracks } from "@/lib/programme/commands/save-tracks";
import { offerWhatWasFreed } from "@/lib/registrations/commands/offer-freed-places";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";
import { nestedBody } from "../edit/_parts/nested-body";
import { storedBeside } from "./_schedule/stored-beside";

const NEW = "new";

/** Creates or changes a session. More places than before are offered to whoever waits at once. */
export const save = defineAction(async (state: FormState, form, { now }): Promise<FormState> => {
  const [slug, id, seen] = [postedText(form, "event"), postedText(form, "session"), postedText(form, "seen")];
  const locale = localeOf(postedText(form, "language"));
  const t = translator(locale, "programmeEditor");
  const values = postedValues(form);
  const again = (answer: Partial<FormState>): FormState => ({
    ...{ attempt: nextAttempt(state), values, messages: {}, problem: null },
    hidden: { event: slug, session: id, language: locale, seen },
    ...answer,
  });
  try {
    const event = await openEvent(await sessionToken(), slug, canEditSessions, now);
    if (!event.ok) return again({ problem: t("gone") });
    const body = nestedBody(values);
    const outcome = await saveSession(event.value, { id: id === NEW ? null : id, body, seen }, now);
    if (outcome.ok) {
      await offerWhatWasFreed(event.value.eventId, now);
      redirect(localePath(locale, `/organise/${slug}/programme?done=saved&session=${outcome.value.id}`));
    }
    if (outcome.code === "session_gone") return again({ problem: t("gone") });
    if (outcome.code === "changed_meanwhile")
      return again({
        problem: t("changedMeanwhile"),
        messages: await storedBeside(event.value, { stored: outcome.detail.fields, values }, locale),
        hidden: { event: slug, session: id, language: locale, seen: outcome.detail.mark },
      });
    const { fields, taken } = outcome.detail;
    const messages = Object.entries(fields).map(([name, code]) => [name, [t(`error.${code}`, { taken })]] as const);
    return again({ messages: Object.fromEntries(messages) });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return again({ problem: t("unavailable") });
  }
});

/** Deletes a session, calls it off where somebody has chosen it, or lets it be held again. */
export const remove = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const slug = postedText(form, "event");
  const locale = localeOf(postedText(form, "language"));
  const t = translator(locale, "programmeEditor");
  const again = (problem: string): ToolState => ({ attempt: nextAttempt(state), problem, values: {} });
  const event = await openEvent(await sessionToken(), slug, canEditSessions, now);
  if (!event.ok) return again(t("gone"));
  const concerned = Number(/^\d{1,9}$/.exec(postedText(form, "concerned"))?.[0] ?? 0);
  const outcome = await removeSession(event.value, { id: postedText(form, "session"), concerned }, now);
  if (outcome.ok) redirect(localePath(locale, `/organise/${slug}/programme?done=${outcome.value.became}`));
  if (outcome.code === "session_gone") return again(t("error.session_gone"));
  return again(t("error.more_concerned", outcome.detail));
});

/** Moves a session to another time or room, and shows the programme again with the way back. */
export const move = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const [slug, id, by] = [postedText(form, "event"), postedText(form, "session"), postedText(form, "by")];
  const locale = localeOf(postedText(form, "language"));
  const t = translator(locale, "programmeEditor");
  const values = { starts: postedText(form, "starts"), room: postedText(form, "room") };
  const again = (problem: string): ToolState => ({ attempt: nextAttempt(state), problem, values });
  const event = await openEvent(await sessionToken(), slug, canEditSessions, now);
  if (!event.ok) return again(t("gone"));
  const sent = { id, seen: postedText(form, "seen"), body: by ? { by } : values };
  const outcome = await moveSession(event.value, sent, now);
  if (!outcome.ok) return again(t(`error.${outcome.code}`));
  const { starts, room } = outcome.value.before;
  const query = new URLSearchParams({ done: "moved", session: id, starts, room });
  redirect(localePath(locale, `/organise/${slug}/programme?${query}`));
});

/** Adds the breaks and meals of a day. */
export const breaks = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const slug = postedText(form, "event");
  const locale = localeOf(postedText(form, "language"));
  const t = translator(locale, "programmeEditor");
  const names = ["day", "morning", "lunch", "afternoon"] as const;
  const values = Object.fromEntries(names.map((name) => [name, postedText(form, name)]));
  const again = (problem: string): ToolState => ({ attempt: nextAttempt(state), problem, values });
  const event = await openEvent(await sessionToken(), slug, canEdit, now);
  if (!event.ok) return again(t("gone"));
  const [sv, en] = [translator("sv", "programmeEditor"), translator("en", "programmeEditor")];
  const called = (name: "morning" | "lunch" | "afternoon") => ({ sv: sv(name), en: en(name) });
  const wanted = { morning: called("morning"), lunch: called("lunch"), afternoon: called("afternoon") };
  const outcome = await addBreaks(event.value, { body: values, names: wanted }, now);
  if (outcome.ok) redirect(localePath(locale, `/organise/${slug}/programme?done=breaks&count=${outcome.value.added}`));
  if (outcome.code !== "invalid") return again(t(`error.${outcome.code}`));
  const [[name, code] = ["day", "row_gone"] as const] = Object.entries(outcome.detail);
  const field = names.find((each) => each === name) ?? "day";
  return again(`${t(field)}: ${t(`error.${code}`, { taken: 0 })}`);
});

/** Saves the tracks. */
export const tracks = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const slug = postedText(form, "event");
  const locale = localeOf(postedText(form, "language"));
  const t = translator(locale, "programmeEditor");
  const posted = postedValues(form);
  const values = Object.fromEntries(Object.entries(posted).map(([name, [value = ""]]) => [name, value]));
  const again = (problem: string): ToolState => ({ attempt: nextAttempt(state), problem, values });
  const event = await openEvent(await sessionToken(), slug, canEdit, now);
  if (!event.ok) return again(t("gone"));
  // A short form's tick box sends its own word.
  const ticked = Object.entries(posted).map(
    ([name, sent]) => [name, name.endsWith(".remove") ? ["on"] : sent] as const,
  );
  const body = nestedBody(Object.fromEntries(ticked));
  const outcome = await saveTracks(event.value, { body, seen: postedText(form, "seen") }, now);
  if (outcome.ok) redirect(localePath(locale, `/organise/${slug}/programme?done=tracks`));
  if (outcome.code === "event_gone") return again(t("gone"));
  if (outcome.code === "changed_meanwhile") return again(translator(locale, "editor")("changedMeanwhile"));
  const [code = "required"] = Object.values(outcome.detail);
  return again(translator(locale, "editorPublishing")(`error.${code}`));
});
