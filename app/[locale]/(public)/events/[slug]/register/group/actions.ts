"use server";

import { notFound } from "next/navigation";
import { defineAction } from "@/app/_action/define-action";
import { newToken } from "@/lib/core/ids";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { bookColleagues } from "@/lib/registrations/commands/book-colleagues";
import { bodyOfBooking } from "@/lib/registrations/form-data";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { nextAttempt, postedText } from "../../../../_form/posted-values";
import { explainedGroup } from "../../../../_group/explained-group";
import { editedGroup } from "../../../../_group/group-edit";
import { keepGroupFiles } from "../../../../_group/group-files";
import type { GroupState } from "../../../../_group/group-state";
import { doneState, groupState } from "../../../../_group/group-states";
import { postedGroup } from "../../../../_group/posted-group";
import { hiddenFields } from "../hidden-fields";
import { suspicion } from "../suspicion";

/** Books places for colleagues, or draws the form again as the pressed button asks. */
export const book = defineAction(async (state: GroupState, sent, { now, clientIp }): Promise<GroupState> => {
  const slug = postedText(sent, "event");
  const locale = localeOf(postedText(sent, "language"));
  const form = await findRegistrationForm(slug, null, now);
  if (!form) notFound();
  const { form: posted, messages } = await keepGroupFiles(sent, { form, locale, clientIp }, now);
  const group = postedGroup(posted);
  const key = postedText(posted, "key").slice(0, 200) || newToken();
  const hidden = { event: slug, language: locale, key, stamp: postedText(posted, "stamp") };
  const frame = { form, locale, hidden, isNew: true, attempt: nextAttempt(state) };
  try {
    if (Object.keys(messages).length > 0) return groupState(frame, group, { messages });
    const edited = await editedGroup(frame, group, posted);
    if (edited) return edited;
    const robotic = suspicion(posted, slug, locale, now);
    if (robotic) return groupState({ ...frame, hidden: hiddenFields(slug, locale, now) }, group, { problem: robotic });
    const body = bodyOfBooking(posted, form, group.count);
    const actor = { kind: "ATTENDEE" } as const;
    const outcome = await bookColleagues({ slug, body, locale, idempotencyKey: key, actor, clientIp }, now);
    if (outcome.ok) return doneState(frame, group, outcome.value);
    const isSpent = outcome.code === "idempotency_conflict";
    const next = isSpent ? { ...frame, hidden: hiddenFields(slug, locale, now) } : frame;
    return groupState(next, group, explainedGroup(outcome, locale));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return groupState(frame, group, { problem: translator(locale, "register")("unavailable") });
  }
});
