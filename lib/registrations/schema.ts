import { z } from "zod";
import { type EmailAddress, parseEmailAddress } from "@/lib/core/email-address";
import { LOCALES } from "@/lib/core/localised";
import { answersSchema } from "./answers-schema";
import { billingSchema } from "./billing-schema";
import { type FormShape, formShape } from "./registration-form";
import { onlyAsked } from "./rules/asked-questions";
import { impliedDays, sessionWithoutItsDay } from "./rules/choices";
import { isPaymentDue, priceOfChoice } from "./rules/price-of-choice";
import { findOverlap } from "./rules/session-overlap";
import { missingOrWrong, optionalLine, optionalText, requiredLine } from "./text-fields";

/** A mail address that must be given. */
export const email = z
  .string({ error: missingOrWrong })
  .max(320, "too_long")
  .transform((raw, context): EmailAddress => {
    const parsed = parseEmailAddress(raw);
    if (parsed) return parsed;
    context.addIssue({ code: "custom", message: raw.trim() === "" ? "required" : "email_invalid" });
    return z.NEVER;
  });

/** A mail address that may be left out; blank is the same as left out. */
const optionalEmail = z
  .string({ error: missingOrWrong })
  .transform((raw) => raw.trim() || undefined)
  .pipe(email.optional())
  .optional();

const knownIds = (known: readonly string[]) =>
  z
    .array(z.string("wrong_type"), { error: missingOrWrong })
    .max(500, "too_long")
    .refine((values) => values.every((value) => known.includes(value)), "choice_unknown")
    .transform((values) => [...new Set(values)]);

/** Days as ISO dates. Left out: all days. An empty list is refused where there is more than one day to choose. */
function days(form: FormShape) {
  const known = knownIds(form.days.map((day) => day.date));
  const chosen = form.days.length > 1 ? known.refine((values) => values.length > 0, "days_required") : known;
  return chosen.optional();
}

function sessions(form: FormShape) {
  return knownIds(form.sessions.map((session) => session.id))
    .superRefine((ids, context) => {
      const overlap = findOverlap(form.sessions.filter((session) => ids.includes(session.id)));
      if (overlap) {
        const params = { first: overlap[0].id, second: overlap[1].id };
        context.addIssue({ code: "custom", message: "sessions_overlap", params });
      }
    })
    .optional();
}

/** The category's key; may be left out when there is only one to come as. */
function category(form: FormShape) {
  const known = z
    .string({ error: missingOrWrong })
    .refine((key) => form.categories.some((one) => one.key === key), "choice_unknown");
  return form.categories.length > 1 ? known : known.optional();
}

/** The fields an attendee may change later; the same in both forms. Diet and access needs are sensitive. */
function changeableFields(form: FormShape) {
  return {
    days: days(form),
    sessions: sessions(form),
    answers: answersSchema(form.questions).prefault({}),
    organisationName: optionalLine(200),
    municipalityCode: z
      .string({ error: missingOrWrong })
      .regex(/^(\d{2}|\d{4})?$/, "municipality_unknown")
      .transform((code) => code || undefined)
      .optional(),
    jobTitle: optionalLine(200),
    diet: optionalText(500),
    access: optionalText(500),
  };
}

/** Refused when a chosen session is on a day that is not chosen. Told together with the other errors, not after them. */
function needsItsDay<S extends z.ZodType<{ days?: string[]; sessions?: string[] }>>(form: FormShape, schema: S) {
  return schema.superRefine((value, context) => {
    const chosen = impliedDays(form, value.days);
    const session = sessionWithoutItsDay(form, chosen, value.sessions ?? []);
    // With no day at all, that alone is said.
    if (session && chosen.length > 0)
      context.addIssue({ code: "custom", path: ["sessions"], message: "session_needs_day", params: { session } });
  });
}

/** What was chosen, of a body whose other fields may be wrong. */
export const chosenSchema = z.object({
  category: z.string().optional().catch(undefined),
  days: z.array(z.string()).optional().catch(undefined),
  sessions: z.array(z.string()).optional().catch(undefined),
  billing: z.unknown().optional(),
});

/**
 * Refused also when something is to be paid and the invoice's details are missing or wrong, or when the code that was given
 * is for another category: told together with all other errors. Where nothing is to be paid, details are not looked at.
 */
function withPrice<S extends z.ZodType>(form: FormShape, schema: S) {
  return withIssues(schema, (body) => {
    const { data: chosen } = chosenSchema.safeParse(body);
    return chosen ? priceIssues(form, [chosen], chosen.billing) : [];
  });
}

/** An issue of a field, in words of `errors.ts`. */
export type Issue = { readonly path: PropertyKey[]; readonly message: string };

/** A schema that also refuses what `find` says of the body as it was sent: told together with the schema's own issues. */
export function withIssues<S extends z.ZodType>(schema: S, find: (body: unknown) => readonly Issue[]) {
  return z.unknown().transform((body, context): z.output<S> => {
    const parsed = schema.safeParse(body);
    for (const issue of parsed.error?.issues ?? []) context.issues.push({ ...issue, input: body } as never);
    for (const issue of find(body)) context.addIssue({ code: "custom", ...issue });
    return parsed.success ? parsed.data : z.NEVER;
  });
}

/** What is wrong with the code and with who pays, when this is what people chose together. */
export function priceIssues(
  form: FormShape,
  chosen: readonly Omit<z.output<typeof chosenSchema>, "billing">[],
  payer: unknown,
): readonly Issue[] {
  const own = form.pricing?.discount?.category ?? null;
  const isOther = own !== null && chosen.every(({ category }) => own !== (category ?? form.categories[0]?.key));
  const code = isOther ? [{ path: ["code"], message: "code_other_category" }] : [];
  return isPaymentDue(chosen.flatMap((one) => priceOfChoice(form, one).lines))
    ? [...code, ...payerIssues(payer)]
    : code;
}

/** What is wrong with the details of who pays, where somebody has to. */
export function payerIssues(payer: unknown): readonly Issue[] {
  const billing = billingSchema.safeParse(payer ?? {});
  return (billing.error?.issues ?? []).flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({ path: ["billing", key], message: "unknown_field" }))
      : [{ path: ["billing", ...issue.path], message: issue.message }],
  );
}

/**
 * What somebody sends to register: the one schema of the browser's form, the server action and the JSON API. Strict: unknown
 * fields are refused by name. Messages are codes of `errors.ts`, explained in both languages.
 */
export function registrationSchema(form: FormShape) {
  const fields = z.strictObject(
    {
      name: requiredLine(200),
      email,
      consent: z.literal(true, { error: "consent_required" }),
      locale: z.enum(LOCALES, { error: "choice_unknown" }).optional(),
      category: category(form),
      code: optionalLine(100),
      billing: z.unknown().optional(),
      ...changeableFields(form),
    },
    { error: "wrong_type" },
  );
  const asked = asksByCondition(form, needsItsDay(form, fields));
  return form.pricing ? withPrice(form, asked) : asked;
}

/**
 * One person of a booking that somebody else makes: who they are and what they come to. Where names can be filled in later,
 * name and address may be left out, both of them. Parse the organiser's questions as optional: the person answers them.
 */
export function colleagueSchema(form: FormShape, mayBeUnnamed: boolean) {
  const person = z
    .strictObject(
      {
        name: mayBeUnnamed ? optionalLine(200) : requiredLine(200),
        email: mayBeUnnamed ? optionalEmail : email,
        locale: z.enum(LOCALES, { error: "choice_unknown" }).optional(),
        category: category(form),
        ...changeableFields(form),
      },
      { error: "wrong_type" },
    )
    .superRefine(({ name, email: address }, context) => {
      const missing = name === undefined ? "name" : "email";
      if ((name === undefined) !== (address === undefined))
        context.addIssue({ code: "custom", path: [missing], message: "required" });
    });
  return asksByCondition(form, needsItsDay(form, person));
}
export type ColleagueInput = z.output<ReturnType<typeof colleagueSchema>>;

/** Drops answers to questions whose condition is not met before anything is checked, and demands the required others. */
export function asksByCondition<S extends z.ZodType>(form: FormShape, schema: S): z.ZodType<z.output<S>> {
  if (!form.questions.some(({ showIf }) => showIf)) return schema as z.ZodType<z.output<S>>;
  return z.preprocess((body) => onlyAsked(form, body), schema) as z.ZodType<z.output<S>>;
}

const SCHEMAS_KEPT = 100;
const schemas = new Map<string, ReturnType<typeof registrationSchema>>();

/**
 * The same schema, built once for forms of the same shape: building one costs more than parsing with it, and an event that
 * everybody wants is asked for thousands of times between two changes.
 */
export function registrationSchemaOf(form: FormShape): ReturnType<typeof registrationSchema> {
  const shape = JSON.stringify(formShape(form));
  const schema = schemas.get(shape) ?? registrationSchema(form);
  schemas.delete(shape);
  schemas.set(shape, schema);
  const [oldest] = schemas.keys();
  if (schemas.size > SCHEMAS_KEPT && oldest !== undefined) schemas.delete(oldest);
  return schema;
}
export type RegistrationInput = z.output<ReturnType<typeof registrationSchema>>;

/** What an attendee sends to change their registration: everything but who they are and what they come as. */
export function changeSchema(form: FormShape) {
  const fields = {
    ...changeableFields(form),
    /** What was shown as the price after the change, in öre, VAT included. */
    agreedOre: z.number("wrong_type").int("wrong_type").optional(),
    /** Who pays, where the change is the first that costs. Checked when the price is known. */
    billing: z.unknown().optional(),
  };
  return asksByCondition(form, needsItsDay(form, z.strictObject(fields, { error: "wrong_type" })));
}
export type ChangeInput = z.output<ReturnType<typeof changeSchema>>;

/** A later last day for one person; blank takes it back. */
export const extensionSchema = z.strictObject({ through: z.union([z.literal(""), z.iso.date()]) });

/** An organiser's answer to a change that was asked for; refusing takes a word about why. */
export const answerChangeSchema = z
  .strictObject({ verdict: z.enum(["grant", "refuse"]), text: optionalText(1000) })
  .refine(({ verdict, text }) => verdict === "grant" || text !== undefined);

/** Who asks for a link to be sent again. */
export const resendSchema = z.strictObject({ email }, { error: "wrong_type" });

/** Whom a place is handed over to. */
export const substituteSchema = z.strictObject({ name: requiredLine(200), email }, { error: "wrong_type" });
export type SubstituteInput = z.output<typeof substituteSchema>;

/** Why somebody declines an invitation; may be left out. */
export const declineSchema = z.object({ reason: optionalText(500) });

/** The organiser's yes or no to some of those who wait for it. A reason goes into the mail of a no. */
export const pendingAnswerSchema = z.strictObject({
  answer: z.enum(["approve", "reject"]),
  references: z.array(z.string().max(40)).min(1).max(500),
  reason: z
    .string()
    .trim()
    .max(1000)
    // A line of a letter, not a letter: what would end the line is a space.
    .transform((text) => text.replaceAll(/[\p{Cc}\s]+/gu, " ") || null)
    .nullable(),
});
export type PendingAnswer = Readonly<Omit<z.infer<typeof pendingAnswerSchema>, "references">> & {
  readonly references: readonly string[];
};
