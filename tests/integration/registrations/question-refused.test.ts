import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { addQuestion } from "@/lib/registrations/commands/add-question";
import { body, editing, label, NOTHING, option } from "../../support/asking";
import { NOW } from "../../support/clock";

const db = database();

it.each<[string, Record<string, unknown>, Record<string, string>]>([
  ["empty", { label: NOTHING }, { "label.sv": "required", "label.en": "required" }],
  ["half a translation", { help: { sv: "Hjälp", en: "" } }, { "help.en": "translation_missing" }],
  ["a megabyte", { label: label("x".repeat(1_000_000)) }, { "label.sv": "too_long", "label.en": "too_long" }],
  [
    "a line break in a header",
    { label: label("Ett\r\nBcc: två") },
    { "label.sv": "control_character", "label.en": "control_character" },
  ],
  ["a zero byte", { help: label("\0") }, { "help.sv": "control_character", "help.en": "control_character" }],
  ["objects for text", { label: { sv: {}, en: [] } }, { "label.sv": "wrong_type", "label.en": "wrong_type" }],
  ["no such kind", { kind: "PASSWORD" }, { kind: "wrong_type" }],
  ["no such day", { lastAnswerDay: "2027-02-29" }, { lastAnswerDay: "date_invalid" }],
  ["a day after the event", { lastAnswerDay: "2999-01-01" }, { lastAnswerDay: "day_after_event" }],
  ["no number", { kind: "NUMBER", min: "tre" }, { min: "number_invalid" }],
  ["bounds the wrong way round", { kind: "NUMBER", min: "3", max: "2" }, { max: "bounds_reversed" }],
  ["one option", { kind: "CHOICE", options: [option("Tåg")] }, { options: "options_missing" }],
  ["two options alike", { kind: "CHOICE", options: [option("Tåg"), option("tåg")] }, { options: "option_twice" }],
  [
    "too many options",
    { kind: "CHOICE", options: Array.from({ length: 61 }, (_, n) => option(`${n}`)) },
    { options: "options_too_many" },
  ],
  ["sensitive for no reason", { sensitive: true }, { "purpose.sv": "required", "readers.sv": "required" }],
  [
    "a sensitive question to who books for others",
    { sensitive: true, asked: "BOOKING", purpose: label("a"), readers: label("b") },
    { asked: "sensitive_per_booking" },
  ],
  ["a condition on nothing", { condition: [{ key: "nej", value: "ja" }] }, { condition: "condition_unknown" }],
  [
    "a condition on two questions",
    {
      condition: [
        { key: "a", value: "yes" },
        { key: "b", value: "yes" },
      ],
    },
    { condition: "condition_two_questions" },
  ],
  [
    "a category of another event",
    { condition: [{ key: "category", value: "utstallare" }] },
    { condition: "condition_unknown" },
  ],
  [
    "a category for a whole booking",
    { asked: "BOOKING", condition: [{ key: "category", value: "deltagare" }] },
    { condition: "condition_other_asked" },
  ],
])("refuses %s, by field, and writes nothing", async (_, fields, problems) => {
  const { scope, eventId } = await editing();
  const outcome = await addQuestion(scope, body(fields), NOW);
  expect(outcome).toMatchObject({ ok: false, code: "invalid" });
  const detail = outcome.ok || outcome.code !== "invalid" ? {} : outcome.detail;
  expect(Object.fromEntries(Object.entries(detail).map(([field, { code }]) => [field, code]))).toEqual(problems);
  expect(await db.question.count({ where: { eventId } })).toBe(0);
});

it("refuses a body that is no form at all", async () => {
  const { scope } = await editing();
  for (const sent of [null, "text", [], 7])
    expect(await addQuestion(scope, sent, NOW)).toMatchObject({ code: "invalid" });
});
