import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { endOfDay, fromDateColumn } from "@/lib/core/local-date";
import { localised, localisedOrNull, localisedSchema } from "@/lib/core/localised";
import type { FormQuestion, QuestionKind } from "../registration-form";

/** A question's columns. */
export type QuestionRow = {
  key: string;
  kind: QuestionKind;
  label: unknown;
  help: unknown;
  required: boolean;
  options: unknown;
  minimum: number | null;
  maximum: number | null;
  showIf: unknown;
  sensitive: boolean;
  asked: "ATTENDEE" | "BOOKING";
  lastAnswerDay: Date | null;
};

const optionsSchema = z.array(z.object({ value: z.string(), label: localisedSchema })).nullable();
const showIfSchema = z.object({ key: z.string(), values: z.array(z.string()) }).nullable();

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
  return {
    key: row.key,
    kind: row.kind,
    label: localised(row.label),
    help: localisedOrNull(row.help),
    required: row.required,
    options: optionsSchema.parse(row.options) ?? [],
    min: row.minimum,
    max: row.maximum,
    showIf: showIfSchema.parse(row.showIf),
    sensitive: row.sensitive,
    asked: row.asked,
    isClosed: lastDay !== null && Temporal.Instant.compare(now, endOfDay(lastDay, event.timeZone)) >= 0,
    lastAnswerDay: lastDay?.toString() ?? null,
  };
}
