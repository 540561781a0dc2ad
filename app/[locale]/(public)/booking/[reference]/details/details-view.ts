import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { MyBooking } from "@/lib/registrations/queries/my-booking";
import { payerSection } from "../../../_form/billing-section";
import type { FieldView, FormValues, SectionView } from "../../../_form/form-view";
import { questionFields } from "../../../_form/question-fields";
import { valuesOf } from "../../../my/[reference]/edit/stored-values";

/** The form for what a booking shares: contact, open questions, and the invoice where there will be one. */
export function sharedSections({ form, shared }: MyBooking, locale: Locale): SectionView[] {
  const t = translator(locale, "booking");
  const r = translator(locale, "register");
  const line = (field: string, label: string, autoComplete: string, required: boolean): FieldView => ({
    ...{ kind: "line", id: `registrant-${field}`, name: `registrant.${field}`, label, type: "text" },
    autoComplete,
    required,
  });
  const questions = questionFields({ ...form, questions: shared.questions }, false, locale);
  return [
    {
      id: "contact",
      heading: t("contact"),
      fields: [line("name", r("name"), "name", true), line("phone", t("phone"), "tel", false)],
    },
    ...(questions.length > 0 ? [{ id: "questions", heading: r("questions"), fields: questions }] : []),
    ...(shared.isPaymentDue ? [payerSection(locale)] : []),
  ];
}

/** What is stored, as the form is filled in with at first. */
export function sharedValues({ registrantName, registrantPhone, shared }: MyBooking): FormValues {
  const billing = Object.entries(shared.billing ?? {}).flatMap(([field, value]) =>
    typeof value === "string" ? [[`billing.${field}`, [value]] as const] : [],
  );
  return {
    "registrant.name": [registrantName],
    "registrant.phone": registrantPhone === null ? [] : [registrantPhone],
    ...Object.fromEntries(
      shared.questions.map(({ key, kind }) => [`answers.${key}`, valuesOf(shared.answers[key], kind)]),
    ),
    ...Object.fromEntries(billing),
  };
}
