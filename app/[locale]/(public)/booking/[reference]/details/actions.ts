"use server";

import { redirect } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { changeBooking } from "@/lib/registrations/commands/change-booking";
import { failureMessage, fieldMessages } from "@/lib/registrations/error-messages";
import { bodyOfShared } from "@/lib/registrations/form-data";
import { getBooking } from "@/lib/registrations/queries/my-booking";
import { findBookingScope } from "../../../_access/my-booking";
import type { FormState } from "../../../_form/form-view";
import { fileFields, keepPostedFiles } from "../../../_form/posted-files";
import { nextAttempt, postedText, postedValues } from "../../../_form/posted-values";

/** Changes what is shared by the booking whose link was opened in this browser. */
export const changeDetails = defineAction(async (state: FormState, posted, { now, clientIp }): Promise<FormState> => {
  const reference = postedText(posted, "reference");
  const locale = localeOf(postedText(posted, "language"));
  let form = posted;
  const refused = (answer: Partial<FormState>): FormState => ({
    ...{ attempt: nextAttempt(state), values: postedValues(form), messages: {}, problem: null },
    hidden: { reference, language: locale },
    ...answer,
  });
  try {
    const scope = await findBookingScope(reference, now);
    if (!scope) return refused({ problem: translator(locale, "booking")("linkDead") });
    const { shared, form: asked } = await getBooking(scope, now);
    const frame = { form: asked, isOpen: shared.questions.some(({ isClosed }) => !isClosed), locale, clientIp };
    const kept = await keepPostedFiles(posted, fileFields(shared.questions), frame, now);
    form = kept.form;
    if (Object.keys(kept.messages).length > 0) return refused({ messages: kept.messages });
    const outcome = await changeBooking(scope, bodyOfShared(form, shared.questions), now);
    if (!outcome.ok) {
      return outcome.code === "invalid"
        ? refused({ messages: fieldMessages(outcome.detail, locale) })
        : refused({ problem: failureMessage(outcome, locale) });
    }
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused({ problem: translator(locale, "my")("unavailable") });
  }
  redirect(localePath(locale, `/booking/${reference}?done=changed`));
});
