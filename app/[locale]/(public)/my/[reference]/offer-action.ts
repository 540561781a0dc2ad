"use server";

import { redirect } from "next/navigation";
import type { Temporal } from "temporal-polyfill";
import { defineAction } from "@/app/_action/define-action";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { acceptSessionOffer } from "@/lib/registrations/commands/accept-session-offer";
import { acceptOffer, declineOffer } from "@/lib/registrations/commands/answer-offer";
import { leaveSessionLine } from "@/lib/registrations/commands/leave-session-line";
import { waitForSession } from "@/lib/registrations/commands/wait-for-session";
import { failureMessage } from "@/lib/registrations/error-messages";
import { findMyScope } from "../../_access/my-registration";
import type { AnswerState } from "../../_form/answer-form";
import { nextAttempt, postedText } from "../../_form/posted-values";

/** Answers an offered place, at the event or in the session that is named, or begins and ends waiting for that session. */
export const answerOffer = defineAction(async (state: AnswerState, form, { now }): Promise<AnswerState> => {
  const reference = postedText(form, "reference");
  const locale = localeOf(postedText(form, "language"));
  const refused = (problem: string): AnswerState => ({ attempt: nextAttempt(state), problem });
  try {
    const scope = await findMyScope(reference, now);
    if (!scope) return refused(translator(locale, "my")("linkBody"));
    const outcome = await carryOut(scope, form, now);
    if (!outcome?.ok) return refused(outcome ? failureMessage(outcome, locale) : translator(locale, "my")("linkBody"));
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused(translator(locale, "my")("unavailable"));
  }
  redirect(localePath(locale, `/my/${reference}`));
});

function carryOut(scope: RegistrationScope, form: FormData, now: Temporal.Instant) {
  const [answer, session] = [postedText(form, "answer"), postedText(form, "session")];
  if (answer === "accept")
    return session
      ? acceptSessionOffer(scope, { sessionId: session, agreedOre: agreedOre(form) }, now)
      : acceptOffer(scope, now);
  if (answer === "decline") return session ? leaveSessionLine(scope, session, now) : declineOffer(scope, now);
  return answer === "wait" ? waitForSession(scope, session, now) : null;
}

/** The price that was shown beside the button. */
function agreedOre(form: FormData): number | undefined {
  const shown = postedText(form, "agreedOre");
  return /^\d{1,9}$/.test(shown) ? Number(shown) : undefined;
}
