"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { nextAttempt, postedText } from "@/app/[locale]/(public)/_form/posted-values";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { LIFE_STEPS, moveEvent } from "@/lib/events/commands/move-event";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { offerWhatWasFreed } from "@/lib/registrations/commands/offer-freed-places";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";
import { categoriesSection, partnersSection } from "./_parts/people-sections";
import { daysSection, venueSection } from "./_parts/places-sections";
import { saveHandler } from "./_parts/save-handler";
import { basicsSection, textsSection } from "./_parts/sections";

export const saveBasics = defineAction(saveHandler(basicsSection));
export const saveTexts = defineAction(saveHandler(textsSection));
export const saveVenue = defineAction(saveHandler(venueSection));
export const savePartners = defineAction(saveHandler(partnersSection));

/** More places than before are offered to whoever waits at once. */
export const saveDays = defineAction(
  saveHandler({
    ...daysSection,
    async save(scope, sent, now) {
      const outcome = await daysSection.save(scope, sent, now);
      if (outcome.ok) await offerWhatWasFreed(scope.eventId, now);
      return outcome;
    },
  }),
);

/** More places than before are offered to whoever waits at once. */
export const saveCategories = defineAction(
  saveHandler({
    ...categoriesSection,
    async save(scope, sent, now) {
      const outcome = await categoriesSection.save(scope, sent, now);
      if (outcome.ok) await offerWhatWasFreed(scope.eventId, now);
      return outcome;
    },
  }),
);

/** Publishes an event, or takes another step in its life, or says why not. */
export const move = defineAction(async (state: ToolState, form, { now }): Promise<ToolState> => {
  const slug = postedText(form, "event");
  const locale = localeOf(postedText(form, "language"));
  const t = translator(locale, "editor");
  const again = (problem: string): ToolState => ({ attempt: nextAttempt(state), problem, values: {} });
  const step = LIFE_STEPS.find((one) => one === postedText(form, "step"));
  try {
    const event = await openEvent(await sessionToken(), slug, canEdit, now);
    if (!event.ok || !step) return again(t("gone"));
    const outcome = await moveEvent(event.value, step, now);
    if (!outcome.ok) return again(translator(locale, "editorPublishing")(`life.code.${outcome.code}`));
    redirect(localePath(locale, `/organise/${slug}/edit/publish?done=${step}`));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return again(t("unavailable"));
  }
});
