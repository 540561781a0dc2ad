"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { openOwnBooking } from "@/lib/registrations/commands/open-own-booking";
import { keepBooking } from "../../_access/my-booking";
import { findMyScope } from "../../_access/my-registration";
import type { AnswerState } from "../../_form/answer-form";
import { nextAttempt, postedText } from "../../_form/posted-values";

/** Takes whoever made the booking from their own registration to what was said once for the whole of it. */
export const openBooking = defineAction(async (state: AnswerState, form, { now }): Promise<AnswerState> => {
  const locale = localeOf(postedText(form, "language"));
  const refused = (problem: string): AnswerState => ({ attempt: nextAttempt(state), problem });
  let reference: string;
  try {
    const scope = await findMyScope(postedText(form, "reference"), now);
    const booking = scope && (await openOwnBooking(scope, now));
    if (!booking) return refused(translator(locale, "my")("linkBody"));
    reference = booking.reference;
    await keepBooking(reference, booking.token);
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused(translator(locale, "my")("unavailable"));
  }
  redirect(localePath(locale, `/booking/${reference}/details`));
});
