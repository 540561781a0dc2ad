"use server";

import { notFound } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { newToken } from "@/lib/core/ids";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { addColleagues } from "@/lib/registrations/commands/add-colleagues";
import { bodyOfMoreColleagues } from "@/lib/registrations/form-data";
import { getBooking } from "@/lib/registrations/queries/my-booking";
import { findBookingScope } from "../../../_access/my-booking";
import { nextAttempt, postedText } from "../../../_form/posted-values";
import { explainedGroup } from "../../../_group/explained-group";
import { editedGroup } from "../../../_group/group-edit";
import { keepGroupFiles } from "../../../_group/group-files";
import type { GroupState } from "../../../_group/group-state";
import { doneState, groupState } from "../../../_group/group-states";
import { postedGroup } from "../../../_group/posted-group";

/** Adds people to the booking whose link was opened in this browser, or draws the form again as the pressed button asks. */
export const add = defineAction(async (state: GroupState, sent, { now, clientIp }): Promise<GroupState> => {
  const reference = postedText(sent, "reference");
  const locale = localeOf(postedText(sent, "language"));
  const scope = await findBookingScope(reference, now);
  if (!scope) notFound();
  const { form } = await getBooking(scope, now);
  const { form: posted, messages } = await keepGroupFiles(sent, { form, locale, clientIp }, now);
  const group = postedGroup(posted);
  const key = postedText(posted, "key").slice(0, 200) || newToken();
  const hidden = { reference, language: locale, key };
  const frame = { form, locale, hidden, isNew: false, attempt: nextAttempt(state) };
  try {
    if (Object.keys(messages).length > 0) return groupState(frame, group, { messages });
    const edited = await editedGroup(frame, group, posted);
    if (edited) return edited;
    const body = bodyOfMoreColleagues(posted, form, group.count);
    const outcome = await addColleagues(scope, { body, idempotencyKey: key }, now);
    return outcome.ok
      ? doneState(frame, group, outcome.value)
      : groupState(frame, group, explainedGroup(outcome, locale));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return groupState(frame, group, { problem: translator(locale, "register")("unavailable") });
  }
});
