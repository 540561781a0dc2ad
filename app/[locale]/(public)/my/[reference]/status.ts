import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { MyRegistration } from "@/lib/registrations/queries/my-registration";

/** A registration's state in words: a sentence, one word, and how it is coloured. */
export function statusOf(mine: MyRegistration, locale: Locale): { sentence: string; word: string; tone: string } {
  const t = translator(locale, "my");
  const w = translator(locale, "waiting");
  switch (mine.state) {
    case "CONFIRMED":
      return {
        sentence: mine.form.window.state === "cancelled" ? t("eventCancelled") : t("confirmed"),
        word: t("stateConfirmed"),
        tone: "good",
      };
    case "CANCELLED":
      return { sentence: t("cancelled"), word: t("stateCancelled"), tone: "ended" };
    case "PENDING_APPROVAL":
      return { sentence: w("pending"), word: w("statePending"), tone: "waiting" };
    case "WAITLISTED":
      return { sentence: w("waitlisted"), word: w("stateWaitlisted"), tone: "waiting" };
    case "OFFERED":
      return { sentence: w("offered"), word: w("stateOffered"), tone: "waiting" };
    case "HELD":
      return { sentence: t("waiting"), word: t("stateWaiting"), tone: "waiting" };
    case "DECLINED":
      return { sentence: w("declined"), word: t("stateEnded"), tone: "ended" };
    case "LAPSED":
      return { sentence: w("lapsed"), word: t("stateEnded"), tone: "ended" };
    case "REJECTED":
      return { sentence: w("rejected"), word: t("stateEnded"), tone: "ended" };
    case "SUBSTITUTED":
      return { sentence: t("ended"), word: t("stateEnded"), tone: "ended" };
  }
}
