import { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { formatDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { questionsOf } from "@/lib/registrations/booking-schema";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import { billingSection } from "../_form/billing-section";
import type { FieldView, SectionView } from "../_form/form-view";
import { questionFields } from "../_form/question-fields";

/** Who books, with the questions that are asked once for all. */
export function bookerSections(form: RegistrationForm, locale: Locale): SectionView[] {
  const t = translator(locale, "booking");
  const r = translator(locale, "register");
  const line = (field: string, label: string, more: Partial<Extract<FieldView, { kind: "line" }>> = {}): FieldView => ({
    ...{ kind: "line", id: `registrant-${field}`, name: `registrant.${field}`, label, type: "text", required: false },
    ...more,
  });
  const whole = questionFields({ ...form, questions: questionsOf(form, "BOOKING") }, false, locale);
  return [
    {
      id: "booker",
      heading: t("booker"),
      intro: t("bookerIntro"),
      fields: [
        line("name", r("name"), { required: true, autoComplete: "name" }),
        line("email", r("email"), { required: true, type: "email", autoComplete: "email", help: t("bookerEmailHelp") }),
        line("phone", t("phone"), { autoComplete: "tel" }),
        line("organisationName", r("organisation"), {
          help: t("bookerOrganisationHelp"),
          list: "municipalities",
          autoComplete: "organization",
        }),
      ],
    },
    ...(whole.length > 0 ? [{ id: "questions", heading: r("questions"), fields: whole }] : []),
  ];
}

/** Who pays, and what becomes of the colleagues' details. */
export function closingSections(form: RegistrationForm, locale: Locale): SectionView[] {
  const t = translator(locale, "booking");
  return [
    ...billingSection(form, locale),
    {
      id: "consent-section",
      heading: translator(locale, "register")("consentLegend"),
      intro: t("consentWhat", { organiser: form.organiser, contact: form.contactEmail }),
      fields: [{ kind: "tick", id: "consent", name: "consent", label: t("consent"), required: true }],
    },
  ];
}

/** Until when names can be filled in, in words, or that they are needed at once. */
export function namingInWords({ namingEndsAt, timeZone }: RegistrationForm, locale: Locale): string {
  const t = translator(locale, "booking");
  if (!namingEndsAt) return t("namesNow");
  const day = Temporal.Instant.from(namingEndsAt).subtract({ milliseconds: 1 }).toZonedDateTimeISO(timeZone);
  return t("namesLater", { date: formatDate(day.toPlainDate(), locale, "with-year") });
}
