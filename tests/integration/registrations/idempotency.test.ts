import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { deleteOldIdempotencyKeys } from "@/lib/registrations/commands/delete-old-idempotency-keys";
import { at, NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { person, register } from "../../support/registering";

const db = database();

it("twenty at once under one key are one registration with one answer", async () => {
  for (const capacity of [1, null]) {
    const event = await createEvent(db, { capacity }, NOW);
    const body = person();
    const send = () => register(event.slug, body, NOW, { idempotencyKey: "tjugo" });
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    expect(answers[0]).toMatchObject({ ok: true });
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await db.registration.count({ where: { eventId: event.id } })).toBe(1);
    expect(await db.outboxMail.count({ where: { eventId: event.id } })).toBe(1);
  }
});

it("a replay gets its answer even after the last day, a changed body never", async () => {
  const event = await createEvent(db, { lastRegistrationDay: new Date("2026-09-15T00:00:00Z") }, NOW);
  const body = person();
  const first = await register(event.slug, body, NOW, { idempotencyKey: "nyckel" });
  const closed = at("2026-09-16 00:00");
  expect(await register(event.slug, body, closed, { idempotencyKey: "nyckel" })).toEqual(first);
  expect(await register(event.slug, { ...body, name: "Annan" }, closed, { idempotencyKey: "nyckel" })).toMatchObject({
    code: "idempotency_conflict",
  });
});

it("the order of the fields makes no other body", async () => {
  const event = await createEvent(db, {}, NOW);
  const body = person();
  const first = await register(event.slug, body, NOW, { idempotencyKey: "ordning" });
  const turned = Object.fromEntries(Object.entries(body).toReversed());
  expect(await register(event.slug, turned, NOW, { idempotencyKey: "ordning" })).toEqual(first);
});

it("a refusal keeps no key: the same submit is taken once there is room", async () => {
  const event = await createEvent(db, { capacity: 0 }, NOW);
  const body = person();
  expect(await register(event.slug, body, NOW, { idempotencyKey: "igen" })).toMatchObject({ code: "full" });
  await db.quota.updateMany({ where: { eventId: event.id }, data: { capacity: 1 } });
  expect(await register(event.slug, body, NOW, { idempotencyKey: "igen" })).toMatchObject({ ok: true });
});

it("one key at two events is two registrations", async () => {
  const [one, two] = [await createEvent(db, {}, NOW), await createEvent(db, {}, NOW)];
  const body = person();
  const first = await register(one.slug, body, NOW, { idempotencyKey: "samma" });
  const second = await register(two.slug, body, NOW, { idempotencyKey: "samma" });
  expect([first.ok, second.ok]).toEqual([true, true]);
  expect(first).not.toEqual(second);
});

it("keys live for 48 hours", async () => {
  const event = await createEvent(db, {}, NOW);
  const keys = () => db.idempotencyKey.count({ where: { eventId: event.id } });
  await register(event.slug, person(), NOW, { idempotencyKey: "gammal" });
  await deleteOldIdempotencyKeys(NOW.add({ hours: 48 }));
  expect(await keys()).toBe(1);
  await deleteOldIdempotencyKeys(NOW.add({ hours: 48, milliseconds: 1 }));
  expect(await keys()).toBe(0);
});
