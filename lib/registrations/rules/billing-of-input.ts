import { type Billing, billingSchema } from "../billing-schema";
import type { FormShape } from "../registration-form";
import type { RegistrationInput } from "../schema";
import { isPaymentDue, priceOfChoice } from "./price-of-choice";

/** The invoice's details of a parsed form, or null where nothing is to be paid: then nothing of them is kept. */
export function billingOf(form: FormShape, input: RegistrationInput): Billing | null {
  return isPaymentDue(priceOfChoice(form, input).lines) ? billingSchema.parse(input.billing) : null;
}
