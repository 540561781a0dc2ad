import { z } from "zod";
import { LOCALES } from "@/lib/core/localised";
import { answersSchema } from "./answers-schema";
import type { FormQuestion, RegistrationForm } from "./registration-form";
import type { SharedDetails } from "./rules/shared-details";
import {
  asksByCondition,
  chosenSchema,
  colleagueSchema,
  email,
  type Issue,
  payerIssues,
  priceIssues,
  withIssues,
} from "./schema";
import { optionalLine, requiredLine } from "./text-fields";

/** The most people of one booking. */
export const MOST_COLLEAGUES = 50;

/** What the schema of a booking needs to know of an event. */
type BookingForm = Pick<
  RegistrationForm,
  "categories" | "days" | "sessions" | "questions" | "namingEndsAt" | "pricing"
>;

/** The open questions for one person or for the whole booking. Whoever books need not know what each colleague would answer. */
export function questionsOf(form: Pick<BookingForm, "questions">, asked: FormQuestion["asked"]): FormQuestion[] {
  const own = form.questions.filter((question) => question.asked === asked && !question.isClosed);
  return asked === "ATTENDEE" ? own.map((question) => ({ ...question, required: false })) : own;
}

/**
 * What somebody sends to register colleagues, by form or API: who books and who pays, and 1 to `MOST_COLLEAGUES` people.
 * Strict: unknown fields are refused by name. An address stands for one person; two of the same are refused at the second.
 */
export function bookingSchema(form: BookingForm) {
  const whole = { ...form, questions: questionsOf(form, "BOOKING") };
  const fields = z.strictObject(
    {
      registrant: z.strictObject(
        {
          name: requiredLine(200),
          email,
          phone: optionalLine(50),
          organisationName: optionalLine(200),
        },
        { error: (issue) => (issue.input === undefined ? "required" : "wrong_type") },
      ),
      locale: z.enum(LOCALES, { error: "choice_unknown" }).optional(),
      consent: z.literal(true, { error: "consent_required" }),
      answers: answersSchema(whole.questions).prefault({}),
      code: optionalLine(100),
      billing: z.unknown().optional(),
      people: people(form),
    },
    { error: "wrong_type" },
  );
  const asked = asksByCondition(whole, fields);
  return form.pricing ? withIssues(asked, (body) => payingIssues(form, body)) : asked;
}
export type BookingInput = z.output<ReturnType<typeof bookingSchema>>;

/** What somebody sends to add colleagues to a booking. Who pays is asked for only where the booking does not know it yet. */
export function moreColleaguesSchema(form: BookingForm, payer: unknown) {
  const fields = z.strictObject(
    { code: optionalLine(100), billing: z.unknown().optional(), people: people(form) },
    { error: "wrong_type" },
  );
  return payer === null ? withIssues(fields, (body) => payingIssues(form, body)) : fields;
}

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

function people(form: BookingForm) {
  const colleagues = { ...form, questions: questionsOf(form, "ATTENDEE") };
  return z
    .array(colleagueSchema(colleagues, form.namingEndsAt !== null), {
      error: (issue) => (issue.input === undefined ? "required" : "wrong_type"),
    })
    .min(1, "required")
    .max(MOST_COLLEAGUES, "people_too_many")
    .superRefine((all, context) => {
      all.forEach(({ email: own }, index) => {
        const first = all.findIndex((one) => one.email && one.email.normalised === own?.normalised);
        if (own && first < index) context.addIssue({ code: "custom", path: [index, "email"], message: "email_twice" });
      });
    });
}

const payingSchema = z.object({ people: z.array(chosenSchema).max(MOST_COLLEAGUES), billing: z.unknown().optional() });

function payingIssues(form: BookingForm, body: unknown): readonly Issue[] {
  const { data } = form.pricing ? payingSchema.safeParse(body) : { data: undefined };
  return data ? priceIssues(form, data.people, data.billing) : [];
}
