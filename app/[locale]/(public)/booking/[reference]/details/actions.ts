"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { changeBooking } from "@/lib/registrations/commands/change-booking";
import { fieldMessages } from "@/lib/registrations/error-messages";
import { bodyOfShared } from "@/lib/registrations/form-data";
import { getBooking } from "@/lib/registrations/queries/my-booking";
import { findBookingScope } from "../../../_access/my-booking";
import type { FormState } from "../../../_form/form-view";
import { nextAttempt, postedText, postedValues } from "../../../_form/posted-values";

/** Changes what is shared by the booking whose link was opened in this browser. */
export const changeDetails = defineAction(async (state: FormState, form, { now }): Promise<FormState> => {
  const reference = postedText(form, "reference");
  const locale = localeOf(postedText(form, "language"));
  const refused = (answer: Partial<FormState>): FormState => ({
    ...{ attempt: nextAttempt(state), values: postedValues(form), messages: {}, problem: null },
    hidden: { reference, language: locale },
    ...answer,
  });
  try {
    const scope = await findBookingScope(reference, now);
    if (!scope) return refused({ problem: translator(locale, "booking")("linkDead") });
    const { shared } = await getBooking(scope, now);
    const outcome = await changeBooking(scope, bodyOfShared(form, shared.questions), now);
    if (!outcome.ok) return refused({ messages: fieldMessages(outcome.detail, locale) });
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused({ problem: translator(locale, "my")("unavailable") });
  }
  redirect(localePath(locale, `/booking/${reference}?done=changed`));
});
