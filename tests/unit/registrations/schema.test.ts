import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fieldMessages } from "@/lib/registrations/error-messages";
import { FIELD_CODES } from "@/lib/registrations/errors";
import { fieldErrors } from "@/lib/registrations/field-errors";
import { bodyOfChange, bodyOfRegistration } from "@/lib/registrations/form-data";
import { type FormShape, formShape } from "@/lib/registrations/registration-form";
import { changeSchema, registrationSchema } from "@/lib/registrations/schema";

const hour = (n: number) => `2018-11-28T${String(n).padStart(2, "0")}:00:00Z`;
const form = {
  categories: [{ key: "deltagare" }, { key: "student" }],
  days: [{ date: "2018-11-28" }, { date: "2018-11-29" }],
  sessions: [
    { id: "a", date: "2018-11-28", startsAt: hour(9), endsAt: hour(11), title: { sv: "Panel", en: "Panel" } },
    { id: "b", date: "2018-11-28", startsAt: hour(10), endsAt: hour(12), title: { sv: "Verkstad", en: "Workshop" } },
  ],
  questions: [
    { key: "topic", kind: "LONG_TEXT", required: true, options: [] },
    { key: "times", kind: "CHOICE", required: false, options: [{ value: "first" }] },
    { key: "interests", kind: "MULTI_CHOICE", required: false, options: [{ value: "x" }, { value: "y" }] },
    { key: "lunch", kind: "YES_NO", required: false, options: [] },
  ],
} as const;

const good = {
  name: "Anna Berg",
  email: "Anna.Berg@Example.org",
  consent: true,
  category: "student",
  answers: { topic: "Mellanrum" },
};
const parse = (body: unknown) => registrationSchema(form).safeParse(body);
const codes = (body: unknown) => {
  const parsed = parse(body);
  if (parsed.success) return {};
  return Object.fromEntries(
    Object.entries(fieldErrors(parsed.error, form)).map(([field, errors]) => [field, errors.map(({ code }) => code)]),
  );
};

describe("what is sent to register", () => {
  it("is tidied: space around it, CRLF in long text, composed letters, blank as left out", () => {
    const parsed = parse({
      ...good,
      name: "  A\u030asa Berg ",
      answers: { topic: " rad 1\r\nrad 2 " },
      organisationName: "  ",
      diet: "",
      sessions: ["a", "a"],
    });
    expect(parsed.data).toMatchObject({
      name: "Åsa Berg",
      email: { address: "Anna.Berg@Example.org", normalised: "anna.berg@example.org" },
      answers: { topic: "rad 1\nrad 2" },
      sessions: ["a"],
    });
    expect([parsed.data?.organisationName, parsed.data?.diet]).toEqual([undefined, undefined]);
  });

  it("tells all errors together, by code", () => {
    expect(codes({ ...good, name: "", email: "x", category: "vip", days: [], sessions: ["a", "b"], shoe: 42 })).toEqual(
      {
        name: ["required"],
        email: ["email_invalid"],
        category: ["choice_unknown"],
        days: ["days_required"],
        sessions: ["sessions_overlap"],
        shoe: ["unknown_field"],
      },
    );
    expect(codes({ ...good, answers: {}, category: undefined })).toEqual({
      "answers.topic": ["required"],
      category: ["required"],
    });
    expect(codes({ ...good, days: ["2018-11-29"], sessions: ["a"] })).toEqual({ sessions: ["session_needs_day"] });
    expect(codes({ ...good, answers: { topic: "x", lunch: "yes", interests: ["z"] } })).toEqual({
      "answers.lunch": ["wrong_type"],
      "answers.interests": ["choice_unknown"],
    });
  });

  it("tells of a thousand unknown fields only the first, with short names", () => {
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`${"x".repeat(500)}${n}`, n]));
    const parsed = parse({ ...good, ...many });
    const errors = parsed.success ? {} : fieldErrors(parsed.error, form);
    expect(Object.keys(errors).length).toBeLessThanOrEqual(20);
    expect(Object.keys(errors).every((name) => name.length <= 60)).toBe(true);
  });

  it("never throws, and every error has words in both languages, whatever comes", () => {
    const junk = fc.oneof(
      fc.anything(),
      fc.record({ name: fc.anything(), email: fc.string(), answers: fc.anything(), days: fc.anything() }),
    );
    fc.assert(
      fc.property(junk, (body) => {
        const parsed = parse(body);
        if (parsed.success) return;
        const errors = fieldErrors(parsed.error, form);
        expect(
          Object.values(errors)
            .flat()
            .every(({ code }) => FIELD_CODES.includes(code)),
        ).toBe(true);
        for (const locale of ["sv", "en"] as const) {
          const messages = Object.values(fieldMessages(errors, locale)).flat();
          expect(messages.length).toBeGreaterThan(0);
          expect(messages.every((message) => message.length > 0)).toBe(true);
        }
      }),
    );
  });

  it("names what the explanation is about", () => {
    const parsed = parse({ ...good, sessions: ["b", "a"] });
    if (parsed.success) throw new Error("two sessions at once were let through");
    expect(fieldMessages(fieldErrors(parsed.error, form), "sv")).toEqual({
      sessions: ["Panel och Verkstad pågår samtidigt. Välj en av dem."],
    });
  });

  it("is checked the same by the part of the form that is handed to the browser", () => {
    const inBrowser = registrationSchema(JSON.parse(JSON.stringify(formShape(form))) as FormShape);
    for (const body of [good, { ...good, sessions: ["a", "b"] }, { ...good, answers: { times: "x" } }]) {
      expect(inBrowser.safeParse(body).success).toBe(parse(body).success);
    }
  });

  it("to change something is everything but who comes and as what", () => {
    const change = changeSchema(form);
    expect(change.safeParse({ answers: { topic: "x" }, days: ["2018-11-28"] }).success).toBe(true);
    for (const field of ["name", "email", "category", "consent", "state"]) {
      expect(change.safeParse({ answers: { topic: "x" }, [field]: "x" }).error?.issues[0]?.code).toBe(
        "unrecognized_keys",
      );
    }
  });
});

describe("a posted form", () => {
  const posted = (...fields: [string, string][]) => {
    const data = new FormData();
    for (const [name, value] of fields) data.append(name, value);
    return data;
  };
  const filled: [string, string][] = [
    ["name", "Anna Berg"],
    ["email", "anna.berg@example.org"],
    ["consent", "on"],
    ["category", "student"],
    ["days", "2018-11-28"],
    ["days", "2018-11-29"],
    ["sessions", "a"],
    ["answers.topic", "Mellanrum"],
    ["answers.times", ""],
    ["answers.interests", "x"],
    ["answers.interests", "y"],
    ["answers.lunch", "no"],
    ["organisationName", ""],
    ["website", "a field that is not the schema's"],
  ];

  it("is the body that the API would be sent", () => {
    const parsed = parse(bodyOfRegistration(posted(...filled), form));
    expect(parsed.data).toMatchObject({
      days: ["2018-11-28", "2018-11-29"],
      answers: { topic: "Mellanrum", interests: ["x", "y"], lunch: false },
      consent: true,
    });
  });

  it("without any day ticked means none, not all", () => {
    const body = bodyOfRegistration(posted(...filled.filter(([name]) => name !== "days")), form);
    expect(codes(body)).toEqual({ days: ["days_required"] });
    const oneDay = { ...form, days: form.days.slice(0, 1) };
    expect(
      registrationSchema(oneDay).safeParse(
        bodyOfRegistration(posted(...filled.filter(([name]) => name !== "days")), oneDay),
      ).success,
    ).toBe(true);
  });

  it("that repeats a field of one value is refused for it, as is a file", () => {
    expect(codes(bodyOfRegistration(posted(...filled, ["name", "Någon Annan"]), form))).toEqual({
      name: ["wrong_type"],
    });
    const withFile = posted(...filled.filter(([name]) => name !== "name"));
    withFile.append("name", new File(["x"], "namn.txt"));
    expect(codes(bodyOfRegistration(withFile, form))).toEqual({ name: ["wrong_type"] });
    expect(codes(bodyOfRegistration(posted(), form))).toMatchObject({
      name: ["required"],
      consent: ["consent_required"],
    });
  });

  it("to change something reads the same fields", () => {
    const parsed = changeSchema(form).safeParse(bodyOfChange(posted(...filled), form));
    expect(parsed.data).toMatchObject({ days: ["2018-11-28", "2018-11-29"], sessions: ["a"] });
  });
});
