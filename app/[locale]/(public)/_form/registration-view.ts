import { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { formatDate } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { openQuestions, type RegistrationForm } from "@/lib/registrations/registration-form";
import { billingSection } from "./billing-section";
import { categoryField, choiceFields, type Kept, priceInWords } from "./choices-view";
import type { FieldView, FormValues, SectionView } from "./form-view";
import { questionFields } from "./question-fields";

const NOTHING_KEPT: Kept = { days: [], sessions: [] };

/** The whole registration form in one language, as sections of questions. */
export function registrationSections(form: RegistrationForm, locale: Locale): SectionView[] {
  const t = translator(locale, "register");
  const [only] = form.categories;
  const category = categoryField(form, locale);
  const statement =
    !category && only && t("oneCategory", { category: only.name[locale], price: priceInWords(only, form, locale) });
  return [
    {
      id: "choices",
      ...(statement && { intro: statement }),
      fields: [
        ...codeFields(form, locale),
        ...choiceFields(form, locale, NOTHING_KEPT),
        ...(category ? [category] : []),
      ],
    },
    { id: "about", heading: t("aboutYou"), fields: [...identityFields(locale), ...workFields(locale)] },
    ...questionSection(form, locale),
    needsSection(form, locale),
    ...billingSection(form, locale),
    {
      id: "consent-section",
      heading: t("consentLegend"),
      intro: t("consentWhat", { organiser: form.organiser, contact: form.contactEmail }),
      fields: [{ kind: "tick", id: "consent", name: "consent", label: t("consent"), required: true }],
    },
  ];
}

/** What an attendee may change later: everything but who they are and what they come as. */
export function changeSections(
  form: RegistrationForm,
  locale: Locale,
  { hasPayer, ...kept }: Kept & { readonly hasPayer: boolean },
): SectionView[] {
  const t = translator(locale, "register");
  const choices = choiceFields(form, locale, kept);
  return [
    ...(choices.length > 0 ? [{ id: "choices", fields: choices }] : []),
    { id: "about", heading: t("aboutYou"), fields: workFields(locale) },
    ...questionSection(form, locale),
    needsSection(form, locale),
    ...(hasPayer ? [] : billingSection(form, locale)),
  ];
}

/** What the form is filled in with at first: all days that have room, and what an invitation knows. */
export function firstValues(form: RegistrationForm): FormValues {
  return {
    days: form.days.filter((day) => day.places.kind !== "full").map((day) => day.date),
    ...(form.code?.voucherId && {
      code: [form.code.typed],
      category: [form.pricing?.discount?.category ?? ""],
    }),
    ...(form.invited && {
      name: [form.invited.name],
      email: [form.invited.email],
      organisationName: [form.invited.organisationName ?? ""],
      category: [form.invited.categoryKey ?? ""],
    }),
  };
}

/** The code somebody came with, to be seen and taken out again. */
function codeFields(form: RegistrationForm, locale: Locale): FieldView[] {
  if (!form.code?.voucherId) return [];
  const t = translator(locale, "price");
  return [
    { kind: "line", id: "code", name: "code", label: t("code"), help: t("codeUsed"), type: "text", required: false },
  ];
}

function identityFields(locale: Locale): FieldView[] {
  const t = translator(locale, "register");
  return [
    { kind: "line", id: "name", name: "name", label: t("name"), type: "text", autoComplete: "name", required: true },
    {
      kind: "line",
      id: "email",
      name: "email",
      label: t("email"),
      help: t("emailHelp"),
      type: "email",
      autoComplete: "email",
      required: true,
    },
  ];
}

export function workFields(locale: Locale): FieldView[] {
  const t = translator(locale, "register");
  return [
    {
      kind: "line",
      id: "organisationName",
      name: "organisationName",
      label: t("organisation"),
      help: t("organisationHelp"),
      type: "text",
      autoComplete: "organization",
      list: "municipalities",
      required: false,
    },
    {
      kind: "line",
      id: "jobTitle",
      name: "jobTitle",
      label: t("jobTitle"),
      type: "text",
      autoComplete: "organization-title",
      required: false,
    },
  ];
}

function questionSection(form: RegistrationForm, locale: Locale): SectionView[] {
  const fields = questionFields(form, false, locale);
  return fields.length === 0 ? [] : [{ id: "questions", heading: translator(locale, "register")("questions"), fields }];
}

function needsSection(form: RegistrationForm, locale: Locale): SectionView {
  const t = translator(locale, "register");
  const date = formatDate(Temporal.PlainDate.from(form.needsDeletedOn), locale, "with-year");
  const isVoluntary = !openQuestions(form).some(({ sensitive, required }) => sensitive && required);
  return {
    id: "needs",
    heading: t("needs"),
    sensitive: true,
    intro: t(isVoluntary ? "needsPurpose" : "needsPurposeRequired", { organiser: form.organiser, date }),
    fields: [
      { kind: "text", id: "diet", name: "diet", label: t("diet"), required: false },
      { kind: "text", id: "access", name: "access", label: t("access"), help: t("accessHelp"), required: false },
      ...questionFields(form, true, locale),
    ],
  };
}
