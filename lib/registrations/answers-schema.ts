import { z } from "zod";
import type { FormShape } from "./registration-form";
import { missingOrWrong, optionalLine, optionalText, requiredLine, requiredText } from "./text-fields";

type Question = FormShape["questions"][number];

/** Answers to the organiser's own questions, by the question's key; each checked after its kind, unknown keys refused. */
export function answersSchema(questions: readonly Question[]) {
  return z.strictObject(Object.fromEntries(questions.map((question) => [question.key, answer(question)])), {
    error: "wrong_type",
  });
}

function answer(question: Question): z.ZodType<string | string[] | boolean | undefined> {
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
  }
}
