import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { MyRegistration } from "@/lib/registrations/queries/my-registration";
import { AnswerForm } from "../../_form/answer-form";
import { agree } from "./consent-action";

/** Asks somebody who took over a place to agree that they are stored. Nothing where that has been done. */
export function Consent({ mine, locale }: { mine: MyRegistration; locale: Locale }) {
  if (mine.consentedAt !== null || mine.state !== "CONFIRMED") return null;
  const t = translator(locale, "selfService");
  const title = translator(locale, "my")("title", { event: mine.form.title[locale] });
  return (
    <section aria-labelledby="consent-heading" className="form-section form-section-sensitive">
      <h2 id="consent-heading">{t("consentHeading")}</h2>
      <p>{t("consentBody", { organiser: mine.form.organiser, event: mine.form.title[locale] })}</p>
      <AnswerForm
        action={agree}
        isQuiet
        hidden={{ reference: mine.reference, language: locale }}
        texts={{
          title,
          errorTitle: translator(locale, "register")("errorTitle", { title }),
          problemHeading: t("consentProblem"),
          submit: t("consentSubmit"),
          submitting: t("consentSubmitting"),
        }}
      >
        <label className="choice" htmlFor="consent">
          <input type="checkbox" id="consent" name="consent" value="on" />
          <span className="choice-label">{t("consentTick")}</span>
        </label>
      </AnswerForm>
    </section>
  );
}
