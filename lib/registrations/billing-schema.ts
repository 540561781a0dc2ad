import { z } from "zod";
import { parseEmailAddress } from "@/lib/core/email-address";
import {
  isGln,
  isPeppolId,
  isSwedishPublicBody,
  organisationNumberDigits,
  vatNumberText,
} from "./rules/billing-identity";
import { missingOrWrong, optionalLine, optionalText, requiredLine } from "./text-fields";

/** One line, tidied and checked when it is filled in. */
function checkedLine(max: number, read: (value: string) => string | null, message: string) {
  return optionalLine(max).transform((value, context) => {
    if (value === undefined) return undefined;
    const known = read(value);
    if (known !== null) return known;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  });
}

const compact = (value: string) => value.replace(/[\s-]/g, "");
const email = (value: string) => parseEmailAddress(value)?.address ?? null;

/**
 * Who pays and how the invoice reaches them; asked for only where something is to be paid, by form and API, and read again
 * when the invoice is made. A Swedish payer gives its organisation number; a public body also the reference without which it
 * sends an invoice back. Messages are codes of `errors.ts`.
 */
export const billingSchema = z
  .strictObject(
    {
      payer: z.enum(["swedish", "foreign"], {
        error: (issue) => (issue.input === undefined ? "required" : "choice_unknown"),
      }),
      payerName: requiredLine(200),
      /** Ten digits. */
      organisationNumber: checkedLine(20, organisationNumberDigits, "organisation_number_invalid"),
      vatNumber: checkedLine(20, vatNumberText, "vat_number_invalid"),
      reference: optionalLine(100),
      peppolId: checkedLine(
        80,
        (value) => (isPeppolId(compactPeppol(value)) ? compactPeppol(value) : null),
        "peppol_invalid",
      ),
      gln: checkedLine(20, (value) => (isGln(compact(value)) ? compact(value) : null), "gln_invalid"),
      invoiceEmail: checkedLine(320, email, "email_invalid"),
      invoiceAddress: optionalText(500),
    },
    { error: missingOrWrong },
  )
  .superRefine(
    (billing, context) => {
      const refuse = (field: string, message: string) => context.addIssue({ code: "custom", path: [field], message });
      const hasErrors = (field: string) => context.issues.some(({ path }) => path?.[0] === field);
      const { payer, organisationNumber, reference } = billing;
      if (payer === "swedish" && !organisationNumber && !hasErrors("organisationNumber"))
        refuse("organisationNumber", "required");
      if (organisationNumber && isSwedishPublicBody(organisationNumber) && !reference && !hasErrors("reference"))
        refuse("reference", "reference_required");
      const ways = ["peppolId", "gln", "invoiceEmail", "invoiceAddress"] as const;
      if (!ways.some((way) => billing[way] || hasErrors(way))) refuse("invoiceAddress", "invoice_way_required");
    },
    // Told together with what is wrong in the fields, not after it.
    { when: ({ value }) => value !== null && typeof value === "object" },
  );

export type Billing = z.output<typeof billingSchema>;

/** The fields in the order in which a form asks for them. */
export const BILLING_FIELDS = [
  "payer",
  "payerName",
  "organisationNumber",
  "vatNumber",
  "reference",
  "peppolId",
  "gln",
  "invoiceEmail",
  "invoiceAddress",
] as const satisfies readonly (keyof Billing)[];

function compactPeppol(value: string): string {
  return value.replace(/\s/g, "").replace(/^0007:(\d{6})-(\d{4})$/, "0007:$1$2");
}
