import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { MyRegistration } from "@/lib/registrations/queries";

/** A registration's state in words: a sentence, one word, and how it is coloured. */
export function statusOf(mine: MyRegistration, locale: Locale): { sentence: string; word: string; tone: string } {
  const t = translator(locale, "my");
  switch (mine.state) {
    case "CONFIRMED":
      return {
        sentence: mine.form.window.state === "cancelled" ? t("eventCancelled") : t("confirmed"),
        word: t("stateConfirmed"),
        tone: "good",
      };
    case "CANCELLED":
      return { sentence: t("cancelled"), word: t("stateCancelled"), tone: "ended" };
    case "HELD":
    case "PENDING_APPROVAL":
    case "WAITLISTED":
    case "OFFERED":
      return { sentence: t("waiting"), word: t("stateWaiting"), tone: "waiting" };
    case "DECLINED":
    case "LAPSED":
    case "REJECTED":
    case "SUBSTITUTED":
      return { sentence: t("ended"), word: t("stateEnded"), tone: "ended" };
  }
}
