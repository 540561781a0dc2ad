import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { endOfDay, fromDateColumn } from "@/lib/core/local-date";
import { localised, localisedOrNull, localisedSchema } from "@/lib/core/localised";
import type { FormQuestion, QuestionKind, ShowIf } from "../registration-form";

/** A question's columns. */
export type QuestionRow = {
  key: string;
  kind: QuestionKind;
  label: unknown;
  help: unknown;
  purpose: unknown;
  readers: unknown;
  required: boolean;
  options: unknown;
  minimum: number | null;
  maximum: number | null;
  showIf: unknown;
  sensitive: boolean;
  asked: "ATTENDEE" | "BOOKING";
  lastAnswerDay: Date | null;
};

const optionsSchema = z
  .array(z.object({ value: z.string(), label: localisedSchema, retired: z.boolean().default(false) }))
  .nullable();
const showIfSchema = z.object({ key: z.string(), values: z.array(z.string()) }).nullable();

/** An option as it is stored. */
export type StoredOption = z.output<NonNullable<ReturnType<typeof optionsSchema.unwrap>>>[number];

/** Reads a question's options, offered and retired; none where there is nothing to choose from. */
export function storedOptions(column: unknown): readonly StoredOption[] {
  return optionsSchema.parse(column) ?? [];
}

/** Reads the condition under which a question is asked. */
export function storedCondition(column: unknown): ShowIf | null {
  return showIfSchema.parse(column);
}

/**
 * A question as the form asks it at `now`. After its last day, a local date of the event, it is closed; a topic proposed in
 * free text (key "topic") closes with the event's topics unless it has a day of its own.
 */
export function questionOf(
  row: QuestionRow,
  event: { readonly timeZone: string; readonly lastTopicDay: Date | null },
  now: Temporal.Instant,
): FormQuestion {
  const topicDay = row.kind === "LONG_TEXT" && row.key === "topic" ? event.lastTopicDay : null;
  const column = row.lastAnswerDay ?? topicDay;
  const lastDay = column && fromDateColumn(column);
  const options = storedOptions(row.options);
  const those = (retired: boolean) =>
    options.filter((one) => one.retired === retired).map(({ value, label }) => ({ value, label }));
  return {
    key: row.key,
    kind: row.kind,
    label: localised(row.label),
    help: localisedOrNull(row.help),
    required: row.required,
    purpose: localisedOrNull(row.purpose),
    readers: localisedOrNull(row.readers),
    options: those(false),
    retiredOptions: those(true),
    min: row.minimum,
    max: row.maximum,
    showIf: storedCondition(row.showIf),
    sensitive: row.sensitive,
    asked: row.asked,
    isClosed: lastDay !== null && Temporal.Instant.compare(now, endOfDay(lastDay, event.timeZone)) >= 0,
    lastAnswerDay: lastDay?.toString() ?? null,
  };
}

/** The question as somebody who has answered it may answer again: what they chose stays to be chosen. */
export function withOwnOptions(question: FormQuestion, answer: unknown): FormQuestion {
  const own = question.retiredOptions.filter(({ value }) =>
    Array.isArray(answer) ? answer.includes(value) : answer === value,
  );
  return own.length === 0 ? question : { ...question, options: [...question.options, ...own] };
}
