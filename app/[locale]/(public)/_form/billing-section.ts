import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import type { FieldView, SectionView } from "./form-view";

/** Who pays and where the invoice goes; only in a form where something can cost. */
export function billingSection(form: RegistrationForm, locale: Locale): SectionView[] {
  return form.pricing && form.pricing.list.categories.length > 0 ? [payerSection(locale)] : [];
}

/** Who pays and where the invoice goes. */
export function payerSection(locale: Locale): SectionView {
  const t = translator(locale, "price");
  const line = (
    name: "payerName" | "organisationNumber" | "vatNumber" | "reference" | "peppolId" | "gln" | "invoiceEmail",
    more: { help?: string; required?: boolean; autoComplete?: string; type?: "email"; inputMode?: "numeric" } = {},
  ): FieldView => ({
    ...{ kind: "line", id: `billing-${name}`, name: `billing.${name}`, label: t(name), type: "text", required: false },
    ...more,
  });
  return {
    id: "billing",
    heading: t("billing"),
    intro: t("billingIntro"),
    paid: true,
    fields: [
      {
        kind: "one",
        id: "billing-payer",
        name: "billing.payer",
        label: t("payer"),
        required: true,
        choices: [
          { value: "swedish", label: t("payerSwedish") },
          { value: "foreign", label: t("payerForeign") },
        ],
      },
      line("payerName", { help: t("payerNameHelp"), required: true, autoComplete: "organization" }),
      line("organisationNumber", { help: t("organisationNumberHelp"), inputMode: "numeric" }),
      line("vatNumber", { help: t("vatNumberHelp") }),
      line("reference", { help: t("referenceHelp") }),
      line("peppolId", { help: t("peppolIdHelp") }),
      line("gln", { help: t("glnHelp"), inputMode: "numeric" }),
      line("invoiceEmail", { type: "email" }),
      {
        kind: "text",
        id: "billing-invoiceAddress",
        name: "billing.invoiceAddress",
        label: t("invoiceAddress"),
        required: false,
      },
    ],
  };
}
