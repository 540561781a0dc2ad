import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { MyRegistration } from "@/lib/registrations/queries/my-registration";
import { AnswerForm } from "../../_form/answer-form";
import { openBooking } from "./booking-action";

/** The way to what was said once for the whole booking, for whoever made it. Nothing where there is no such thing. */
export function Shared({ mine, locale }: { mine: MyRegistration; locale: Locale }) {
  if (!mine.hasShared) return null;
  const t = translator(locale, "selfService");
  const title = translator(locale, "my")("title", { event: mine.form.title[locale] });
  return (
    <section aria-labelledby="shared-heading" className="form-section">
      <h2 id="shared-heading">{t("sharedHeading")}</h2>
      <p>{t("sharedBody")}</p>
      <AnswerForm
        action={openBooking}
        isQuiet
        hidden={{ reference: mine.reference, language: locale }}
        texts={{
          title,
          errorTitle: translator(locale, "register")("errorTitle", { title }),
          problemHeading: t("sharedProblem"),
          submit: t("sharedSubmit"),
          submitting: t("sharedSubmitting"),
        }}
      />
    </section>
  );
}
