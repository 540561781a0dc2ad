import type { z } from "zod";
import type { Localised } from "@/lib/core/localised";
import { FIELD_CODES, type FieldCode, type FieldError, type FieldErrors } from "./errors";

/** No more fields than these are told: a megabyte of unknown names must not become a megabyte of answer. */
const MOST_FIELDS = 100;
/** Longer names of unknown fields are cut. */
const LONGEST_NAME = 60;

type Named = { readonly sessions: readonly { readonly id: string; readonly title: Localised }[] };

/**
 * The schema's issues as errors by field, each code once per field, with the names of the sessions an explanation mentions.
 * An issue of the whole body (not an object) is under "body".
 */
export function fieldErrors(error: z.ZodError, form: Named): FieldErrors {
  const errors = new Map<string, FieldError[]>();
  const add = (field: string, found: FieldError) => {
    const known = errors.get(field) ?? (errors.size < MOST_FIELDS ? [] : null);
    if (!known || known.some((one) => one.code === found.code)) return;
    errors.set(field, [...known, found]);
  };
  for (const issue of error.issues) {
    if (issue.code === "unrecognized_keys") {
      for (const key of issue.keys.slice(0, MOST_FIELDS))
        add(fieldName([...issue.path, key]), { code: "unknown_field" });
    } else {
      add(fieldName(issue.path), { code: fieldCode(issue.message), ...namesIn(issue, form) });
    }
  }
  return Object.fromEntries(errors);
}

const IN_PARTS: readonly PropertyKey[] = ["answers", "billing", "registrant"];

/**
 * "answers.topic" for an answer, "billing.reference" for a detail of the invoice, "people.3.email" for the fourth person's
 * address, otherwise the field at the top: which of several days is wrong is not told apart.
 */
function fieldName(path: readonly PropertyKey[]): string {
  const [top, second, ...rest] = path;
  if (top === undefined) return "body";
  if (top === "people" && typeof second === "number")
    return rest.length > 0 ? `people.${second}.${fieldName(rest)}` : `people.${second}.name`;
  const name = IN_PARTS.includes(top) && second !== undefined ? `${String(top)}.${String(second)}` : String(top);
  // An unknown name is repeated to the sender; lone surrogates would not survive being sent.
  return name.slice(0, LONGEST_NAME).toWellFormed();
}

function fieldCode(message: string): FieldCode {
  return FIELD_CODES.find((code) => code === message) ?? "wrong_type";
}

function namesIn(issue: z.core.$ZodIssue, form: Named): Omit<FieldError, "code"> {
  if (issue.code !== "custom" || !issue.params) return {};
  const title = (id: unknown) => form.sessions.find((session) => session.id === id)?.title;
  const first = title(issue.params["first"] ?? issue.params["session"]);
  const second = title(issue.params["second"]);
  return { ...(first && { first }), ...(second && { second }) };
}
