import { expect, it } from "vitest";
import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { addQuestion } from "@/lib/registrations/commands/add-question";
import { changeQuestion } from "@/lib/registrations/commands/change-question";
import { changeRegistration } from "@/lib/registrations/commands/change-registration";
import { moveQuestion } from "@/lib/registrations/commands/move-question";
import { removeQuestion } from "@/lib/registrations/commands/remove-question";
import { restoreQuestion } from "@/lib/registrations/commands/restore-question";
import { retireQuestion } from "@/lib/registrations/commands/retire-question";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { listQuestions } from "@/lib/registrations/queries/question-list";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { MOST_QUESTIONS } from "@/lib/registrations/rules/question-limits";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { answerText } from "@/lib/reports/rules/cell-text";
import { added, body, choice, editing, label, option } from "../../support/asking";
import { NOW } from "../../support/clock";
import { person, register, scopeOf as registrationScopeOf } from "../../support/registering";

const db = database();

async function registered(slug: string, answers: object): Promise<string> {
  const result = await register(slug, person({ answers }), NOW);
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value.reference;
}
// The form is drawn once a second.
let later = 0;
const formOf = (slug: string) => {
  later += 2;
  return findRegistrationForm(slug, null, NOW.add({ seconds: later }));
};
const askedKeys = async (scope: EventScope) => (await listQuestions(scope)).asked.map(({ key }) => key);
const actions = async (eventId: string) =>
  (await db.auditEntry.findMany({ where: { eventId, actorKind: "USER" }, orderBy: { id: "asc" } })).map(
    ({ action }) => action,
  );

it("adds a question that everybody is then asked, in both languages, and writes down who did", async () => {
  const { scope, slug, eventId } = await editing();
  const key = await added(
    scope,
    choice({
      label: { sv: "Hur reser du? 🚄", en: "How do you travel? <script>alert(1)</script>" },
      help: label("Till Lund"),
      required: true,
      sensitive: true,
      purpose: label("Bussen"),
      readers: label("Kansliet"),
      lastAnswerDay: "2026-01-01",
    }),
  );
  expect(key).toBe("hur_reser_du");
  expect((await formOf(slug))?.questions).toMatchObject([
    {
      key,
      kind: "CHOICE",
      label: { sv: "Hur reser du? 🚄", en: "How do you travel? <script>alert(1)</script>" },
      help: label("Till Lund"),
      purpose: label("Bussen"),
      readers: label("Kansliet"),
      required: true,
      sensitive: true,
      options: [
        { value: "tag", label: label("Tåg") },
        { value: "flyg", label: label("Flyg") },
      ],
      lastAnswerDay: "2026-01-01",
    },
  ]);
  expect(await added(scope, body({ label: label("Hur reser du?") }))).toBe("hur_reser_du_2");
  expect(await added(scope, body({ label: label("Category") }))).toBe("category_2");
  expect(await added(scope, body({ label: label("🎉") }))).toBe("question");
  expect(await actions(eventId)).toEqual(Array(4).fill("question.added"));
});

it("keeps the answers: kind and place stand, a longer kind is fine, and an option that goes stays readable", async () => {
  const { scope, slug } = await editing();
  const key = await added(scope, choice());
  const note = await added(scope, body({ label: label("Kommentar") }));
  const reference = await registered(slug, { [key]: "flyg", [note]: "Sitter gärna vid gången" });
  const mine = async () => getRegistration(await registrationScopeOf(reference), NOW.add({ seconds: ++later }));
  const change = (fields: Record<string, unknown>, revision: number) =>
    changeQuestion(scope, key, { ...choice(), ...fields, revision }, NOW);

  expect(await change({ kind: "YES_NO" }, 1)).toMatchObject({ detail: { kind: { code: "kind_answered" } } });
  expect(await change({ asked: "BOOKING" }, 1)).toMatchObject({ detail: { asked: { code: "asked_answered" } } });
  const sensitive = { sensitive: true, purpose: label("a"), readers: label("b") };
  expect(await change(sensitive, 1)).toMatchObject({ detail: { sensitive: { code: "sensitive_answered" } } });

  const options = [option("Buss"), option("Tåget", "tag"), option("Flyg", "flyg", false)];
  expect(await change({ options }, 1)).toMatchObject({ ok: true });
  expect((await formOf(slug))?.questions[0]?.options.map(({ value }) => value)).toEqual(["buss", "tag"]);
  // Nobody new can choose it; whoever has may keep it, change something else, and read what it was called.
  expect(await register(slug, person({ answers: { [key]: "flyg" } }), NOW)).toMatchObject({
    detail: { [`answers.${key}`]: [{ code: "choice_unknown" }] },
  });
  expect((await mine()).answers).toEqual({ [key]: "flyg", [note]: "Sitter gärna vid gången" });
  expect((await mine()).form.questions[0]?.options.map(({ value }) => value)).toEqual(["buss", "tag", "flyg"]);
  const kept = await changeRegistration(
    await registrationScopeOf(reference),
    { answers: { [key]: "flyg" }, jobTitle: "Handläggare" },
    NOW,
  );
  expect(kept).toMatchObject({ ok: true });
  expect((await mine()).answers).toEqual({ [key]: "flyg" });
  const { questions } = await getEventFacets(scope);
  expect(answerText("flyg", key, { locale: "sv", questions })).toBe("Flyg");

  // One choice reads as several; several do not read as one.
  expect(await change({ kind: "MULTI_CHOICE", options }, 2)).toMatchObject({ ok: true });
  expect((await mine()).answers).toEqual({ [key]: "flyg" });
  expect(await change({ options }, 3)).toMatchObject({ detail: { kind: { code: "kind_answered" } } });
  const longer = await changeQuestion(scope, note, { ...body({ kind: "LONG_TEXT" }), revision: 1 }, NOW);
  expect(longer).toMatchObject({ ok: true });
  // An option offered again is the same option.
  expect(
    await change({ kind: "MULTI_CHOICE", options: [option("Tåg", "tag"), option("Flyg", "flyg")] }, 3),
  ).toMatchObject({
    ok: true,
  });
  expect((await formOf(slug))?.questions[0]).toMatchObject({
    options: [{ value: "tag" }, { value: "flyg" }],
    retiredOptions: [{ value: "buss" }],
  });
});

it("lets a question that nobody has answered become anything, and drops its options", async () => {
  const { scope } = await editing();
  const key = await added(scope, choice());
  const changed = body({ kind: "NUMBER", min: "0", max: "3", asked: "BOOKING" });
  expect(await changeQuestion(scope, key, { ...changed, revision: 1 }, NOW)).toMatchObject({ ok: true });
  expect((await listQuestions(scope)).asked).toMatchObject([
    { key, kind: "NUMBER", min: 0, max: 3, options: [], asked: "BOOKING", revision: 2, answers: 0 },
  ]);
});

it("counts answers wherever they are kept, a change that waits for an answer included", async () => {
  const { scope, slug, eventId } = await editing();
  const own = await added(scope, body({ label: label("Egen") }));
  const reasons = { purpose: label("Plats"), readers: label("Värden") };
  const secret = await added(scope, body({ label: label("Hjälp"), sensitive: true, ...reasons }));
  const order = await added(scope, body({ label: label("Beställning"), asked: "BOOKING" }));
  const wanted = await added(scope, body({ label: label("Önskad") }));
  const reference = await registered(slug, { [own]: "a", [secret]: "b", [order]: "c" });
  const { id } = await db.registration.findUniqueOrThrow({ where: { reference } });
  await db.changeRequest.create({
    data: {
      registrationId: id,
      eventId,
      state: "OPEN",
      wanted: { answers: { [wanted]: "d" } },
      createdAt: new Date(0),
    },
  });
  const { asked } = await listQuestions(scope);
  expect(asked.map(({ key, answers }) => [key, answers])).toEqual([own, secret, order, wanted].map((key) => [key, 1]));
  for (const { key } of asked)
    expect(await removeQuestion(scope, key, NOW)).toMatchObject({ code: "question_answered" });
});

it("refuses the second of two editors who began from the same question, whichever comes first", async () => {
  const { scope, slug } = await editing();
  const key = await added(scope, body());
  const edit = (sv: string) => changeQuestion(scope, key, { ...body({ label: label(sv) }), revision: 1 }, NOW);
  const outcomes = await Promise.all(Array.from({ length: 8 }, (_, n) => edit(`Version ${n}`)));
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((one) => !one.ok && one.code === "question_stale")).toHaveLength(7);
  const winner = outcomes.findIndex(({ ok }) => ok);
  expect((await formOf(slug))?.questions[0]?.label.sv).toBe(`Version ${winner}`);
  expect(await changeQuestion(scope, key, body(), NOW)).toMatchObject({ code: "question_stale" });
});

it("moves, retires, restores and removes", async () => {
  const { scope, slug, eventId } = await editing();
  for (const sv of ["a", "b", "c"]) await added(scope, body({ label: label(sv) }));
  const move = (key: string, direction: "up" | "down") => moveQuestion(scope, { key, direction }, NOW);
  expect(await move("c", "up")).toMatchObject({ ok: true });
  expect(await askedKeys(scope)).toEqual(["a", "c", "b"]);
  expect(await move("b", "down")).toMatchObject({ ok: true });
  expect(await move("a", "down")).toMatchObject({ ok: true });
  expect(await askedKeys(scope)).toEqual(["c", "a", "b"]);
  expect((await formOf(slug))?.questions.map(({ key }) => key)).toEqual(["c", "a", "b"]);

  const reference = await registered(slug, { a: "svar" });
  expect(await removeQuestion(scope, "a", NOW)).toMatchObject({ code: "question_answered" });
  expect(await retireQuestion(scope, "a", NOW)).toMatchObject({ ok: true });
  expect((await formOf(slug))?.questions.map(({ key }) => key)).toEqual(["c", "b"]);
  expect(await db.registration.findUniqueOrThrow({ where: { reference } })).toMatchObject({ answers: { a: "svar" } });
  expect((await getEventFacets(scope)).questions.map(({ key }) => key)).toContain("a");
  expect(await retireQuestion(scope, "a", NOW)).toMatchObject({ code: "question_gone" });
  expect(await changeQuestion(scope, "a", { ...body(), revision: 2 }, NOW)).toMatchObject({ code: "question_gone" });
  expect(await move("b", "up")).toMatchObject({ ok: true });
  expect(await restoreQuestion(scope, "a", NOW)).toMatchObject({ ok: true });
  expect(await askedKeys(scope)).toEqual(["b", "c", "a"]);
  expect(await removeQuestion(scope, "c", NOW)).toMatchObject({ ok: true });
  expect(await askedKeys(scope)).toEqual(["b", "a"]);
  expect((await actions(eventId)).slice(3)).toEqual([
    ...[
      "question.moved",
      "question.moved",
      "question.retired",
      "question.moved",
      "question.restored",
      "question.removed",
    ],
  ]);
});

it("leaves one order when several editors move at once", async () => {
  const { scope } = await editing();
  for (const sv of ["a", "b", "c", "d"]) await added(scope, body({ label: label(sv) }));
  await Promise.all(
    ["a", "b", "c", "d"].map((key, n) => moveQuestion(scope, { key, direction: n % 2 ? "up" : "down" }, NOW)),
  );
  const { asked } = await listQuestions(scope);
  expect(asked.map(({ position }) => position)).toEqual([0, 1, 2, 3]);
  expect(asked.map(({ key }) => key).toSorted()).toEqual(["a", "b", "c", "d"]);
});

it("guards what other questions depend on, and refuses a circle", async () => {
  const { scope } = await editing();
  const travel = await added(scope, choice());
  const flight = await added(
    scope,
    body({ kind: "YES_NO", label: label("Flight"), condition: [{ key: travel, value: "flyg" }] }),
  );
  const condition = [{ key: flight, value: "yes" }];
  expect(await changeQuestion(scope, travel, { ...choice({ condition }), revision: 1 }, NOW)).toMatchObject({
    detail: { condition: { code: "condition_circular" } },
  });
  const onItself = [{ key: travel, value: "tag" }];
  expect(await changeQuestion(scope, travel, { ...choice({ condition: onItself }), revision: 1 }, NOW)).toMatchObject({
    detail: { condition: { code: "condition_circular" } },
  });
  const onceForAll = body({ asked: "BOOKING", condition: [{ key: travel, value: "flyg" }] });
  expect(await addQuestion(scope, onceForAll, NOW)).toMatchObject({
    detail: { condition: { code: "condition_other_asked" } },
  });
  const needed = { code: "needed_by", named: [label("Flight")] };
  const options = [option("Tåg", "tag"), option("Buss")];
  expect(await changeQuestion(scope, travel, { ...choice({ options }), revision: 1 }, NOW)).toMatchObject({
    detail: { options: needed },
  });
  expect(await changeQuestion(scope, travel, { ...body(), revision: 1 }, NOW)).toMatchObject({
    detail: { kind: needed },
  });
  expect(await retireQuestion(scope, travel, NOW)).toMatchObject({
    code: "question_needed",
    detail: [label("Flight")],
  });
  expect(await removeQuestion(scope, travel, NOW)).toMatchObject({ code: "question_needed" });
  await retireQuestion(scope, flight, NOW);
  expect(await retireQuestion(scope, travel, NOW)).toMatchObject({ ok: true });
  // What it depends on is not asked any more.
  expect(await restoreQuestion(scope, flight, NOW)).toMatchObject({ code: "condition_unknown" });
});

it("lets nothing that others read depend on a sensitive answer", async () => {
  const { scope } = await editing();
  const reasons = { purpose: label("Stöd"), readers: label("Värden") };
  const health = await added(scope, body({ kind: "YES_NO", label: label("Hälsa"), sensitive: true, ...reasons }));
  const condition = [{ key: health, value: "yes" }];
  expect(await addQuestion(scope, body({ condition }), NOW)).toMatchObject({
    detail: { condition: { code: "condition_sensitive" } },
  });
  expect(await addQuestion(scope, body({ condition, sensitive: true, ...reasons }), NOW)).toMatchObject({ ok: true });
  const plain = await added(scope, body({ kind: "YES_NO", label: label("Resa") }));
  await added(scope, body({ label: label("Tåg"), condition: [{ key: plain, value: "yes" }] }));
  const secret = body({ kind: "YES_NO", label: label("Resa"), sensitive: true, ...reasons });
  expect(await changeQuestion(scope, plain, { ...secret, revision: 1 }, NOW)).toMatchObject({
    detail: { sensitive: { code: "needed_by", named: [label("Tåg")] } },
  });
});

it("knows nothing of another organisation's questions", async () => {
  const { scope } = await editing();
  const theirs = await editing();
  const key = await added(theirs.scope, body({ kind: "YES_NO", label: label("Deras") }));
  expect(await addQuestion(scope, body({ condition: [{ key, value: "yes" }] }), NOW)).toMatchObject({
    detail: { condition: { code: "condition_unknown" } },
  });
  const gone = { ok: false, code: "question_gone" };
  expect(await changeQuestion(scope, key, { ...body(), revision: 1 }, NOW)).toMatchObject(gone);
  expect(await moveQuestion(scope, { key, direction: "up" }, NOW)).toMatchObject(gone);
  expect(await retireQuestion(scope, key, NOW)).toMatchObject(gone);
  expect(await restoreQuestion(scope, key, NOW)).toMatchObject(gone);
  expect(await removeQuestion(scope, key, NOW)).toMatchObject(gone);
  expect(await askedKeys(theirs.scope)).toEqual([key]);
});

it("asks no more questions at once than somebody can be asked to answer", async () => {
  const { scope, eventId } = await editing();
  const rows = Array.from({ length: MOST_QUESTIONS }, (_, n) => ({
    eventId,
    key: `q${n}`,
    kind: "TEXT" as const,
    label: label("q"),
    position: n,
  }));
  await db.question.createMany({ data: rows });
  expect(await addQuestion(scope, body(), NOW)).toMatchObject({ code: "questions_too_many" });
  await retireQuestion(scope, "q0", NOW);
  expect(await addQuestion(scope, body(), NOW)).toMatchObject({ ok: true });
  expect(await restoreQuestion(scope, "q0", NOW)).toMatchObject({ code: "questions_too_many" });
});
