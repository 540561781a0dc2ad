"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import type { FormState, FormValues } from "@/app/[locale]/(public)/_form/form-view";
import { nextAttempt, postedText, postedValues } from "@/app/[locale]/(public)/_form/posted-values";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import type { Locale } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { changeSettings } from "@/lib/registrations/commands/change-settings";
import type { SettingsFailure } from "@/lib/registrations/errors";
import type { EventSettings } from "@/lib/registrations/settings-schema";
import { sessionToken } from "../../../_access/session-token";
import { settingsSections, settingsValues } from "./settings-view";

/** More fields than the largest programme has sessions with places. */
const MOST_FIELDS = 1_000;

/** Saves an event's settings for who may change it, or shows the form again with what was typed. */
export const save = defineAction(async (state: FormState, form, { now }): Promise<FormState> => {
  const slug = postedText(form, "event");
  const locale = localeOf(postedText(form, "language"));
  const t = translator(locale, "settings");
  const values = postedValues(form, MOST_FIELDS);
  const seen = postedText(form, "seen");
  const again = (answer: Partial<FormState>): FormState => ({
    ...{ attempt: nextAttempt(state), values, messages: {}, problem: null },
    hidden: { event: slug, language: locale, seen },
    ...answer,
  });
  try {
    const event = await openEvent(await sessionToken(), slug, canEdit, now);
    if (!event.ok) return again({ problem: t("gone") });
    const outcome = await changeSettings(event.value, { body: bodyOf(values), seen }, now);
    if (!outcome.ok) return again(refusal(outcome, { values, locale, slug }));
    const done = outcome.value.changed.length > 0 ? "saved" : "unchanged";
    redirect(localePath(locale, `/organise/${slug}/settings?done=${done}`));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return again({ problem: t("unavailable") });
  }
});

/** The body that was typed, places gathered under their level; a field sent more than once is no text. */
function bodyOf(values: FormValues): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  const places: Record<string, unknown> = {};
  for (const [name, texts] of Object.entries(values)) {
    if (["event", "language", "seen", "website"].includes(name)) continue;
    const value = texts.length === 1 ? texts[0] : texts;
    if (name.startsWith("places.")) places[name.slice("places.".length)] = value;
    else body[name] = value;
  }
  return { ...body, places };
}

function refusal(
  failure: SettingsFailure,
  { values, locale, slug }: { readonly values: FormValues; readonly locale: Locale; readonly slug: string },
): Partial<FormState> {
  const t = translator(locale, "settings");
  if (failure.code === "settings_gone") return { problem: t("gone") };
  if (failure.code === "invalid") {
    const messages = Object.entries(failure.detail).map(([name, code]) => [name, [t(`error.${code}`)]] as const);
    return { messages: Object.fromEntries(messages) };
  }
  const { settings: stored, mark } = failure.detail;
  return {
    problem: t("changedMeanwhile"),
    messages: differences(stored, values, locale),
    hidden: { event: slug, language: locale, seen: mark },
  };
}

/** By each field that holds something else than what is stored: what is stored. */
function differences(stored: EventSettings, values: FormValues, locale: Locale): FormState["messages"] {
  const t = translator(locale, "settings");
  const current = settingsValues(stored);
  const fields = settingsSections(stored, locale).flatMap((section) => section.fields);
  const differing = fields.flatMap((field) => {
    const [value = ""] = current[field.name] ?? [];
    if (field.kind === "tick" || value === (values[field.name]?.[0] ?? "").trim()) return [];
    const label = field.kind === "one" ? field.choices.find((choice) => choice.value === value)?.label : value;
    return [[field.name, [t("storedNow", { value: label || t("nothing") })]] as const];
  });
  return Object.fromEntries(differing);
}
