import { z } from "zod";
import { answersSchema } from "./answers-schema";
import type { RegistrationForm } from "./registration-form";
import type { SharedDetails } from "./rules/shared-details";
import { asksByCondition, payerIssues, withIssues } from "./schema";
import { optionalLine, requiredLine } from "./text-fields";

/**
 * What whoever booked sends to change what the booking shares: how they are reached, the answers asked for once, and who pays
 * as long as something is to be paid. Strict: unknown fields are refused by name. The address is where the link goes and stays.
 */
export function sharedSchema(form: RegistrationForm, { questions, isPaymentDue }: SharedDetails) {
  const fields = z.strictObject(
    {
      registrant: z.strictObject(
        { name: requiredLine(200), phone: optionalLine(50) },
        { error: (issue) => (issue.input === undefined ? "required" : "wrong_type") },
      ),
      answers: answersSchema(questions).prefault({}),
      billing: z.unknown().optional(),
    },
    { error: "wrong_type" },
  );
  const asked = asksByCondition({ ...form, questions }, fields);
  return isPaymentDue ? withIssues(asked, (body) => payerIssues(payerSchema.parse(body).billing)) : asked;
}

const payerSchema = z.object({ billing: z.unknown().optional() }).catch({});
