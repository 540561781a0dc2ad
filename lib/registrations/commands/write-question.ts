import { Temporal } from "temporal-polyfill";
import { toDateColumn } from "@/lib/core/local-date";
import { Prisma } from "@/lib/platform/generated/client";
import type { QuestionInput } from "../question-schema";
import type { NextQuestion } from "../rules/question-problems";

/** The columns of a question that was written and checked. Bounds are kept for numbers only, options for choices only. */
export function questionColumns(input: QuestionInput, next: NextQuestion) {
  const isNumber = input.kind === "NUMBER";
  const isChoice = input.kind === "CHOICE" || input.kind === "MULTI_CHOICE";
  return {
    kind: input.kind,
    label: input.label,
    help: input.help ?? Prisma.DbNull,
    purpose: input.purpose ?? Prisma.DbNull,
    readers: input.readers ?? Prisma.DbNull,
    required: input.required,
    asked: input.asked,
    sensitive: input.sensitive,
    showIf: next.showIf ? { key: next.showIf.key, values: [...next.showIf.values] } : Prisma.DbNull,
    lastAnswerDay: input.lastAnswerDay === null ? null : toDateColumn(Temporal.PlainDate.from(input.lastAnswerDay)),
    options: isChoice
      ? next.options.map(({ value, label, retired }) => ({ value, label, ...(retired && { retired }) }))
      : Prisma.DbNull,
    minimum: isNumber ? input.min : null,
    maximum: isNumber ? input.max : null,
  };
}
