import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import type { QuestionKind, ShowIf } from "../registration-form";
import { type QuestionRow, type StoredOption, storedCondition, storedOptions } from "./form-question";

/** A question as its editors see it: whole, whether or not it is asked now. */
export type StoredQuestion = {
  readonly id: string;
  readonly key: string;
  readonly kind: QuestionKind;
  readonly label: Localised;
  readonly help: Localised | null;
  readonly purpose: Localised | null;
  readonly readers: Localised | null;
  readonly required: boolean;
  readonly asked: "ATTENDEE" | "BOOKING";
  readonly sensitive: boolean;
  readonly showIf: ShowIf | null;
  /** ISO local date. */
  readonly lastAnswerDay: string | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly options: readonly StoredOption[];
  readonly position: number;
  readonly revision: number;
  readonly isRetired: boolean;
};

/** Reads a question's columns. Throws when one breaks the database's own checks. */
export function readQuestion(
  row: QuestionRow & { id: string; position: number; revision: number; retiredAt: Date | null },
): StoredQuestion {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind,
    label: localised(row.label),
    help: localisedOrNull(row.help),
    purpose: localisedOrNull(row.purpose),
    readers: localisedOrNull(row.readers),
    required: row.required,
    asked: row.asked,
    sensitive: row.sensitive,
    showIf: storedCondition(row.showIf),
    lastAnswerDay: row.lastAnswerDay && fromDateColumn(row.lastAnswerDay).toString(),
    min: row.minimum,
    max: row.maximum,
    options: storedOptions(row.options),
    position: row.position,
    revision: row.revision,
    isRetired: row.retiredAt !== null,
  };
}
