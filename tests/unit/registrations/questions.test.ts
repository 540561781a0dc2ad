import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldErrors } from "@/lib/registrations/field-errors";
import { bodyOfRegistration } from "@/lib/registrations/form-data";
import type { FormShape } from "@/lib/registrations/registration-form";
import { askedQuestions, onlyAsked, settled } from "@/lib/registrations/rules/asked-questions";
import { sortedAnswers } from "@/lib/registrations/rules/sorted-answers";
import { registrationSchemaOf } from "@/lib/registrations/schema";
import { NOT_ANSWERED } from "@/lib/registrations/text-fields";

type Question = FormShape["questions"][number];
const question = (key: string, kind: Question["kind"], more: Partial<Question> = {}): Question => ({
  key,
  kind,
  required: false,
  options: [],
  ...more,
});
const shape = (...questions: Question[]): FormShape => ({
  categories: [{ key: "delegate" }, { key: "foreign-guest" }],
  days: [],
  sessions: [],
  questions,
});
const person = { name: "Anna Berg", email: "anna@example.org", consent: true, category: "delegate" };
const answered = (form: FormShape, answers: unknown, category = "delegate") => {
  const parsed = registrationSchemaOf(form).safeParse({ ...person, category, answers });
  if (parsed.success) return parsed.data.answers;
  const errors = Object.entries(fieldErrors(parsed.error, { sessions: [] }));
  return Object.fromEntries(errors.map(([field, found]) => [field, found.map(({ code }) => code).join()]));
};

describe("each kind of question", () => {
  it.each<[Question["kind"], unknown, unknown]>([
    ["DATE", "2027-03-28", { q: "2027-03-28" }],
    ["DATE", "2027-02-29", { "answers.q": "date_invalid" }],
    ["DATE", "28/3 2027", { "answers.q": "date_invalid" }],
    ["NUMBER", 3.5, { q: 3.5 }],
    ["NUMBER", 11, { "answers.q": "number_out_of_range" }],
    ["NUMBER", -1, { "answers.q": "number_out_of_range" }],
    ["NUMBER", "3", { "answers.q": "number_invalid" }],
    ["NUMBER", undefined, { "answers.q": "required" }],
    ["CONSENT", true, { q: true }],
    ["CONSENT", false, { "answers.q": "tick_required" }],
    ["CONSENT", undefined, { "answers.q": "tick_required" }],
    ["MUNICIPALITY", "1287", { q: "1287" }],
    ["MUNICIPALITY", "Trellborgs kommun", { q: "1287" }],
    ["MUNICIPALITY", "9999", { "answers.q": "municipality_unknown" }],
    ["MUNICIPALITY", "Ankeborg", { "answers.q": "municipality_unknown" }],
    ["MUNICIPALITY", undefined, { "answers.q": "required" }],
  ])("%s: %j", (kind, answer, expected) => {
    expect(answered(shape(question("q", kind, { required: true, min: 0, max: 10 })), { q: answer })).toEqual(expected);
  });

  it("may be left out where it is not required", () => {
    for (const kind of ["DATE", "NUMBER", "CONSENT", "MUNICIPALITY"] as const)
      expect(answered(shape(question("q", kind)), {})).toEqual({});
    expect(answered(shape(question("q", "CONSENT")), { q: false })).toEqual({});
  });

  it("reads what a browser posts", () => {
    const form = shape(question("n", "NUMBER"), question("c", "CONSENT"), question("d", "DATE"));
    const posted = new FormData();
    posted.set("answers.n", " −3,5 ");
    posted.set("answers.c", "on");
    posted.set("answers.d", "");
    expect(bodyOfRegistration(posted, form)).toMatchObject({ answers: { n: -3.5, c: true } });
    posted.set("answers.n", "tre");
    expect(answered(form, { n: posted.get("answers.n") })).toEqual({ "answers.n": "number_invalid" });
  });
});

describe("a question under a condition", () => {
  const form = shape(
    question("travel", "YES_NO"),
    question("flight", "TEXT", { required: true, showIf: { key: "travel", values: ["yes"] } }),
    question("passport", "DATE", { required: true, showIf: { key: "category", values: ["foreign-guest"] } }),
    question("seat", "TEXT", { showIf: { key: "flight", values: ["SK 1"] } }),
  );

  it("is demanded when the condition is met, and told together with everything else", () => {
    expect(answered(form, { travel: true })).toEqual({ "answers.flight": "required" });
    expect(answered(form, {}, "foreign-guest")).toEqual({ "answers.passport": "required" });
    expect(answered(form, { travel: true, passport: "x" }, "foreign-guest")).toEqual({
      "answers.flight": "required",
      "answers.passport": "date_invalid",
    });
  });

  it("is dropped unread when it is not, whatever it says, and so is what depends on it", () => {
    expect(answered(form, { travel: false, flight: 42, passport: ["x"], seat: "4A" })).toEqual({ travel: false });
    expect(answered(form, { travel: true, flight: "SK 1", seat: "4A" })).toEqual({
      travel: true,
      flight: "SK 1",
      seat: "4A",
    });
  });

  it("still refuses keys that no question has", () => {
    expect(answered(form, { shoe: 42 })).toEqual({ "answers.shoe": "unknown_field" });
  });

  it("of questions that wait for each other, none is asked", () => {
    const a = question("a", "TEXT", { showIf: { key: "b", values: ["x"] } });
    const b = question("b", "TEXT", { showIf: { key: "a", values: ["x"] } });
    expect(askedQuestions([a, b], { a: "x", b: "x" }, null)).toEqual([]);
  });

  it("is settled by a category or a closed answer that stands", () => {
    const closed = question("old", "CHOICE", { isClosed: true });
    const after = question("after", "TEXT", { showIf: { key: "old", values: ["x"] } });
    const foreign = question("visa", "TEXT", { showIf: { key: "category", values: ["foreign-guest"] } });
    const state = (category: string | null, answers: Record<string, unknown>) =>
      settled([closed, after, foreign], category, answers).map(({ showIf, isClosed }) => [showIf !== null, isClosed]);
    expect(state("foreign-guest", { old: "x" })).toEqual([
      [false, true],
      [false, false],
      [false, false],
    ]);
    expect(state("delegate", {})).toEqual([
      [false, true],
      [true, true],
      [true, true],
    ]);
    expect(state(null, { old: "x" })[2]).toEqual([true, false]);
  });

  it("never leaves an answer whose condition is not met, for any questions and answers", () => {
    const keys = ["a", "b", "c", "d", "e"];
    const anyQuestions = fc.tuple(
      ...keys.map((key) =>
        fc.record({
          kind: fc.constantFrom("TEXT", "YES_NO", "NUMBER", "CONSENT") as fc.Arbitrary<Question["kind"]>,
          required: fc.boolean(),
          showIf: fc.option(
            fc.record({
              key: fc.constantFrom("category", ...keys.filter((other) => other !== key)),
              values: fc.uniqueArray(fc.constantFrom("yes", "no", "x", "1", "delegate"), { minLength: 1 }),
            }),
          ),
        }),
      ),
    );
    const anyAnswer = fc.constantFrom("x", "y", true, false, 1, 2, undefined);
    const anyAnswers = fc.tuple(anyAnswer, anyAnswer, anyAnswer, anyAnswer, anyAnswer);
    const seen = { kept: 0, dropped: 0, demanded: 0 };
    fc.assert(
      fc.property(anyQuestions, anyAnswers, fc.constantFrom("delegate", "foreign-guest"), (parts, values, category) => {
        const questions = parts.map(({ kind, required, showIf }, index) =>
          question(keys[index] ?? "", kind, { required, ...(showIf && { showIf }) }),
        );
        const sent = Object.fromEntries(keys.map((key, index) => [key, values[index]]));
        const { answers } = onlyAsked(shape(...questions), { category, answers: sent }) as { answers: object };
        const after = Object.entries(answers).filter(([, value]) => value !== undefined);
        const meets = (one: Question, met: readonly string[]): boolean => {
          if (!one.showIf) return true;
          if (met.includes(one.key)) return false;
          const { key, values: wanted } = one.showIf;
          if (key === "category") return wanted.includes(category);
          const other = questions.find((candidate) => candidate.key === key);
          const value = sent[key];
          const said = value === true ? "yes" : value === false ? "no" : String(value);
          return other !== undefined && meets(other, [...met, one.key]) && wanted.includes(said);
        };
        for (const one of questions) {
          const value = after.find(([key]) => key === one.key)?.[1] as unknown;
          const isMet = meets(one, []);
          const demanded = isMet && one.required && one.showIf !== undefined ? NOT_ANSWERED : undefined;
          expect(value).toBe(isMet ? (sent[one.key] ?? demanded) : undefined);
          if (value === NOT_ANSWERED) seen.demanded++;
          else if (value !== undefined) seen.kept++;
          else if (sent[one.key] !== undefined) seen.dropped++;
        }
      }),
      { numRuns: 1000 },
    );
    expect(Math.min(seen.kept, seen.dropped, seen.demanded)).toBeGreaterThan(10);
  });
});

it("answers go where they belong: sensitive ones apart, also when asked for a booking", () => {
  const questions = [
    { key: "own", sensitive: false, asked: "ATTENDEE" },
    { key: "secret", sensitive: true, asked: "BOOKING" },
    { key: "order", sensitive: false, asked: "BOOKING" },
    { key: "blank", sensitive: false, asked: "ATTENDEE" },
  ] as const;
  expect(sortedAnswers(questions, { own: "a", secret: "b", order: 3, blank: undefined, shoe: "x" })).toEqual({
    own: { own: "a" },
    sensitive: { secret: "b" },
    booking: { order: 3 },
  });
});
