import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { checkForm } from "@/app/[locale]/(public)/_form/browser-check";
import { LARGEST_FILE } from "@/lib/core/file-kinds";
import { bookingSchema } from "@/lib/registrations/booking-schema";
import { FIELD_CODES, type FieldCode } from "@/lib/registrations/errors";
import { fieldErrors } from "@/lib/registrations/field-errors";
import { bodyOfBooking, bodyOfChange, bodyOfRegistration } from "@/lib/registrations/form-data";
import {
  type FormQuestion,
  formShape,
  QUESTION_KINDS,
  type QuestionKind,
  type RegistrationForm,
} from "@/lib/registrations/registration-form";
import { changeSchema, registrationSchemaOf } from "@/lib/registrations/schema";

/** What somebody fills in, what is kept of it, what is refused, and why. */
type Case = {
  readonly good: readonly string[];
  readonly kept: unknown;
  readonly bad: readonly string[];
  readonly why: string;
};
const CASES: Readonly<Record<QuestionKind, Case>> = {
  TEXT: { good: ["  Tåg "], kept: "Tåg", bad: ["två\nrader"], why: "control_character" },
  LONG_TEXT: { good: ["Ett\r\nTvå"], kept: "Ett\nTvå", bad: ["x".repeat(5001)], why: "too_long" },
  CHOICE: { good: ["train"], kept: "train", bad: ["boat"], why: "choice_unknown" },
  MULTI_CHOICE: { good: ["train", "plane"], kept: ["train", "plane"], bad: ["train", "boat"], why: "choice_unknown" },
  YES_NO: { good: ["no"], kept: false, bad: ["kanske"], why: "wrong_type" },
  DATE: { good: ["2027-03-28"], kept: "2027-03-28", bad: ["2027-02-29"], why: "date_invalid" },
  NUMBER: { good: ["3,5"], kept: 3.5, bad: ["tre"], why: "number_invalid" },
  CONSENT: { good: ["on"], kept: true, bad: ["kanske"], why: "wrong_type" },
  MUNICIPALITY: { good: ["Trellborgs kommun"], kept: "1287", bad: ["Ankeborg"], why: "municipality_unknown" },
  FILE: {
    good: ["dGVzdC10b2tlbi1vZi1hLWZpbGU/cv.pdf"],
    kept: "dGVzdC10b2tlbi1vZi1hLWZpbGU/cv.pdf",
    bad: ["cv.pdf"],
    why: "file_unknown",
  },
};

const label = { sv: "Fråga", en: "Question" };
const OPTIONS = ["train", "plane"].map((value) => ({ value, label }));

function formWith(kind: QuestionKind, more: Partial<FormQuestion> = {}): RegistrationForm {
  const question: FormQuestion = {
    ...{ key: "q", kind, label, help: null, purpose: null, readers: null, required: false, options: OPTIONS },
    ...{ retiredOptions: [], min: null, max: null, showIf: null, sensitive: false, asked: "ATTENDEE" },
    ...{ isClosed: false, lastAnswerDay: null, ...more },
  };
  const category = { key: "delegate" };
  const empty = { days: [], sessions: [], pricing: null, namingEndsAt: null };
  return { ...empty, categories: [category], questions: [question] } as unknown as RegistrationForm;
}

function posted(answers: readonly string[], field: string, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  const person = { name: "Anna Berg", email: "anna@example.org", consent: "on", ...more };
  for (const [name, value] of Object.entries(person)) form.append(name, value);
  for (const answer of answers) form.append(field, answer);
  return form;
}

type Verdict = { readonly kept: unknown } | { readonly why: string };

function verdict(
  parsed: { success: boolean; data?: unknown; error?: z.ZodError | undefined },
  field: string,
  at: string[],
): Verdict {
  if (parsed.error)
    return {
      why:
        fieldErrors(parsed.error, { sessions: [] })
          [field]?.map(({ code }) => code)
          .join() ?? "",
    };
  return { kept: at.reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], parsed.data) };
}

/** Every way in for an attendee's answer. */
const WAYS: Readonly<Record<string, (form: RegistrationForm, answers: readonly string[]) => Verdict>> = {
  "the server": (form, answers) =>
    verdict(registrationSchemaOf(form).safeParse(bodyOfRegistration(posted(answers, "answers.q"), form)), "answers.q", [
      "answers",
      "q",
    ]),
  "the API": (form, answers) => {
    const body: unknown = JSON.parse(JSON.stringify(bodyOfRegistration(posted(answers, "answers.q"), form)));
    return verdict(registrationSchemaOf(form).safeParse(body), "answers.q", ["answers", "q"]);
  },
  "a change": (form, answers) =>
    verdict(changeSchema(form).safeParse(bodyOfChange(posted(answers, "answers.q"), form)), "answers.q", [
      "answers",
      "q",
    ]),
  "a list of colleagues": (form, answers) => {
    const person = { "people.0.name": "Bo Ek", "people.0.email": "bo@example.org" };
    const registrant = { "registrant.name": "Anna Berg", "registrant.email": "anna@example.org" };
    const body = bodyOfBooking(posted(answers, "people.0.answers.q", { ...person, ...registrant }), form, 1);
    return verdict(bookingSchema(form).safeParse(body), "people.0.answers.q", ["people", "0", "answers", "q"]);
  },
};

function inTheBrowser(form: RegistrationForm, answers: readonly string[]) {
  const words = Object.fromEntries(FIELD_CODES.map((code) => [code, code])) as Record<FieldCode, string>;
  const facts = { locale: "sv", shape: formShape(form), titles: {}, words } as const;
  return checkForm("registration", posted(answers, "answers.q"), facts);
}

it("tells a file that was chosen from a control in which none was, and is told by the browser what is too large or empty", () => {
  const form = formWith("FILE", { required: true });
  const chosen = (content: BlobPart[], name: string) => {
    const sent = posted([], "answers.q");
    sent.append("answers.q:file", new File(content, name));
    return sent;
  };
  const words = Object.fromEntries(FIELD_CODES.map((code) => [code, code])) as Record<FieldCode, string>;
  const facts = { locale: "sv", shape: formShape(form), titles: {}, words } as const;
  for (const none of ["", "blob", "undefined"])
    expect(checkForm("registration", chosen([], none), facts)).toEqual({ "answers.q": ["required"] });
  expect(checkForm("registration", chosen(["x"], "blob"), facts)).toEqual({});
  expect(checkForm("registration", chosen([], "tom.pdf"), facts)).toEqual({ "answers.q": ["file_empty"] });
  const large = chosen([new Uint8Array(LARGEST_FILE + 1)], "stor.pdf");
  expect(checkForm("change", large, facts)).toEqual({ "answers.q": ["file_too_large"] });
});

it("has a case for every kind there is", () => {
  expect(Object.keys(CASES).toSorted()).toEqual([...QUESTION_KINDS].toSorted());
});

describe.each(QUESTION_KINDS)("%s", (kind) => {
  const { good, kept, bad, why } = CASES[kind];

  it.each(Object.entries(WAYS))("is judged by the one schema in %s", (_, way) => {
    expect(way(formWith(kind), good)).toEqual({ kept });
    expect(way(formWith(kind), bad)).toEqual({ why });
  });

  it("is judged so in the browser, from the part of the form it is handed", () => {
    expect(inTheBrowser(formWith(kind), good)).toEqual({});
    expect(inTheBrowser(formWith(kind), bad)).toEqual({ "answers.q": [why] });
  });

  it("is demanded of the attendee where it is required, and not of who books for others", () => {
    const missing = kind === "CONSENT" ? "tick_required" : "required";
    const required = formWith(kind, { required: true });
    for (const way of ["the server", "the API", "a change"])
      expect(WAYS[way]?.(required, [])).toEqual({ why: missing });
    expect(inTheBrowser(required, [])).toEqual({ "answers.q": [missing] });
    expect(WAYS["a list of colleagues"]?.(required, [])).toEqual({ kept: undefined });
  });

  it("is asked once of who books, where it is asked of the booking", () => {
    const form = formWith(kind, { asked: "BOOKING", required: true });
    const book = (answers: readonly string[]) => {
      const people = { "people.0.name": "Bo Ek", "people.0.email": "bo@example.org" };
      const registrant = { "registrant.name": "Anna Berg", "registrant.email": "anna@example.org" };
      const body = bodyOfBooking(posted(answers, "answers.q", { ...people, ...registrant }), form, 1);
      return verdict(bookingSchema(form).safeParse(body), "answers.q", ["answers", "q"]);
    };
    expect(book(good)).toEqual({ kept });
    expect(book(bad)).toEqual({ why });
    expect(book([])).toEqual({ why: kind === "CONSENT" ? "tick_required" : "required" });
  });
});
