import { z } from "zod";
import { QUESTION_KINDS } from "./registration-form";
import { NO_LONGER_THAN } from "./rules/question-limits";
import { requiredLine, requiredText } from "./text-fields";

const bothLanguages = (line: z.ZodType<string>) => z.object({ sv: line, en: line });

/** Text in both languages, or in neither: half a translation is told where it is missing. */
function maybeBoth(max: number) {
  const line = z
    .string("wrong_type")
    .transform((text) => text.trim())
    .pipe(z.union([z.literal(""), requiredText(max)], { error: (issue) => longOrUnclean(issue.input, max) }));
  return z
    .object({ sv: line, en: line })
    .superRefine(({ sv, en }, context) => {
      for (const [language, text] of [
        ["sv", sv],
        ["en", en],
      ] as const)
        if (text === "" && sv !== en)
          context.addIssue({ code: "custom", path: [language], message: "translation_missing" });
    })
    .transform((text) => (text.sv === "" && text.en === "" ? null : text));
}

function longOrUnclean(text: unknown, max: number): string {
  return typeof text === "string" && text.length > max ? "too_long" : "control_character";
}

/** A whole number as it is typed; blank is none. Bounds are those of the database's column. */
const wholeNumber = z
  .string("wrong_type")
  .trim()
  .transform((text) => (text === "" ? null : text.replace("−", "-")))
  .refine((text) => text === null || /^-?\d{1,9}$/.test(text), "number_invalid")
  .transform((text) => (text === null ? null : Number(text)));

const option = z.object({
  /** The value of an option that is there already; null for a new one. */
  value: z.string("wrong_type").max(NO_LONGER_THAN.value, "too_long").nullable(),
  label: bothLanguages(requiredLine(NO_LONGER_THAN.option)),
  /** Whether it can be chosen; one that cannot stays readable on the answers that have it. */
  offered: z.boolean("wrong_type"),
});

/**
 * What an organiser writes to add or change a question: text as a form sends it. Messages are codes of `QUESTION_FIELD_CODES`.
 * What takes the event's other questions to judge is checked by the commands.
 */
export const questionSchema = z
  .object({
    kind: z.enum(QUESTION_KINDS, "wrong_type"),
    label: bothLanguages(requiredLine(NO_LONGER_THAN.label)),
    help: maybeBoth(NO_LONGER_THAN.help),
    purpose: maybeBoth(NO_LONGER_THAN.help),
    readers: maybeBoth(NO_LONGER_THAN.help),
    required: z.boolean("wrong_type"),
    asked: z.enum(["ATTENDEE", "BOOKING"], "wrong_type"),
    sensitive: z.boolean("wrong_type"),
    /** ISO local date of the event; blank is no day of its own. */
    lastAnswerDay: z
      .string("wrong_type")
      .trim()
      .pipe(z.union([z.literal("").transform(() => null), z.iso.date("date_invalid")], "date_invalid")),
    min: wholeNumber,
    max: wholeNumber,
    options: z.array(option).max(NO_LONGER_THAN.options, "options_too_many"),
    /** Answers, any of which lets the question be asked; none: everybody gets it. */
    condition: z
      .array(z.object({ key: z.string().max(100), value: z.string().max(200) }), "wrong_type")
      .max(NO_LONGER_THAN.options, "options_too_many")
      .refine((all) => new Set(all.map(({ key }) => key)).size <= 1, "condition_two_questions"),
  })
  .superRefine(({ sensitive, asked, purpose, readers, min, max }, context) => {
    const missing = (field: string) => context.addIssue({ code: "custom", path: [field, "sv"], message: "required" });
    if (sensitive && purpose === null) missing("purpose");
    if (sensitive && readers === null) missing("readers");
    // Sensitive answers are one person's own: whoever books for others is not asked for them.
    if (sensitive && asked === "BOOKING")
      context.addIssue({ code: "custom", path: ["asked"], message: "sensitive_per_booking" });
    if (min !== null && max !== null && min > max)
      context.addIssue({ code: "custom", path: ["max"], message: "bounds_reversed" });
  })
  .superRefine(({ kind, options }, context) => {
    if (kind !== "CHOICE" && kind !== "MULTI_CHOICE") return;
    const offered = options.filter((one) => one.offered);
    if (offered.length < 2) context.addIssue({ code: "custom", path: ["options"], message: "options_missing" });
    for (const language of ["sv", "en"] as const) {
      const labels = offered.map(({ label }) => label[language].toLowerCase());
      if (new Set(labels).size < labels.length)
        context.addIssue({ code: "custom", path: ["options"], message: "option_twice" });
    }
  });

export type QuestionInput = z.output<typeof questionSchema>;
