import { z } from "zod";
import { matchMunicipality, municipalityName } from "@/lib/core/municipalities";
import { isFileReference } from "./file-answer";
import type { FormShape } from "./registration-form";
import { missingOrWrong, optionalLine, optionalText, requiredLine, requiredText } from "./text-fields";

type Question = FormShape["questions"][number];

/** An answer as it is stored. */
export type Answer = string | readonly string[] | boolean | number;

/** Answers to the organiser's own questions, by the question's key; each checked after its kind, unknown keys refused. */
export function answersSchema(questions: readonly Question[]) {
  const open = questions.filter(({ isClosed }) => !isClosed);
  return z.strictObject(Object.fromEntries(open.map((question) => [question.key, schemaOf(question)])), {
    error: "wrong_type",
  });
}

/** A question under a condition may be left out; where it is asked, `onlyAsked` has put in that it was not answered. */
function schemaOf(question: Question): z.ZodType<Answer | undefined> {
  return question.showIf ? answer(question).optional() : answer(question);
}

function answer(question: Question): z.ZodType<Answer | undefined> {
  const { required, options } = question;
  const isOption = (value: string) => options.some((option) => option.value === value);
  switch (question.kind) {
    case "TEXT":
      return required ? requiredLine(500) : optionalLine(500);
    case "LONG_TEXT":
      return required ? requiredText(5000) : optionalText(5000);
    case "CHOICE": {
      const choice = z.string({ error: missingOrWrong }).refine(isOption, "choice_unknown");
      return required ? choice : choice.optional();
    }
    case "MULTI_CHOICE": {
      const choices = z
        .array(z.string("wrong_type"), { error: missingOrWrong })
        .refine((values) => values.every(isOption), "choice_unknown");
      return required ? choices.min(1, "required") : choices.optional();
    }
    case "YES_NO": {
      const yesNo = z.boolean({ error: missingOrWrong });
      return required ? yesNo : yesNo.optional();
    }
    case "CONSENT": {
      // Not ticking is no answer: only a given consent is stored.
      const ticked = z
        .boolean({ error: (issue) => (missingOrWrong(issue) === "required" ? "tick_required" : "wrong_type") })
        .refine((value) => value || !required, "tick_required")
        .transform((value) => value || undefined);
      return required ? ticked : ticked.optional();
    }
    case "DATE": {
      const date = z
        .string({ error: missingOrWrong })
        .trim()
        .pipe(z.iso.date({ error: "date_invalid" }));
      return required ? date : date.optional();
    }
    case "NUMBER": {
      const number = z
        .number({ error: (issue) => (missingOrWrong(issue) === "required" ? "required" : "number_invalid") })
        .min(question.min ?? -Number.MAX_SAFE_INTEGER, "number_out_of_range")
        .max(question.max ?? Number.MAX_SAFE_INTEGER, "number_out_of_range");
      return required ? number : number.optional();
    }
    case "MUNICIPALITY": {
      const municipality = z
        .string({ error: missingOrWrong })
        .max(200, "too_long")
        .transform(codeOfMunicipality)
        .refine((code) => code !== null, "municipality_unknown")
        .transform((code) => code ?? undefined);
      return required ? municipality : municipality.optional();
    }
    case "FILE": {
      const file = z.string({ error: missingOrWrong }).max(300, "too_long").refine(isFileReference, "file_unknown");
      return required ? file : file.optional();
    }
  }
}

/** SCB's code of a municipality or region given by code or by name, null when there is no such. */
function codeOfMunicipality(text: string): string | null {
  const given = text.trim();
  if (/^\d+$/.test(given)) return municipalityName(given) === null ? null : given;
  return matchMunicipality(given);
}
