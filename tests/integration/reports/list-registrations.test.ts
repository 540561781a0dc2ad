import { beforeAll, describe, expect, it } from "vitest";
import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { listRegistrations, PAGE_SIZE } from "@/lib/reports/queries/list-registrations";
import { parseFilter, type RawParameters } from "@/lib/reports/schema";
import { NOW } from "@/tests/support/clock";
import { createCategory } from "@/tests/support/factories/category";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createRegistration, type RegistrationWishes } from "@/tests/support/factories/registration";
import { createSession } from "@/tests/support/factories/session";
import { scopeOf } from "@/tests/support/signed-in";

let event: CreatedEvent;
let scope: EventScope;
let workshopId: string;

const register = (wishes: RegistrationWishes) => createRegistration(database(), event, wishes, NOW);

beforeAll(async () => {
  event = await createEvent(database(), { dayCount: 2, capacity: null }, NOW);
  const politicians = await createCategory(database(), event.id, { key: "politiker" });
  workshopId = (await createSession(database(), event, { capacity: 10 })).id;
  const [first, second] = event.days;
  if (!first || !second) throw new Error("two days");
  await register({ name: "Åsa Öberg", email: "Asa.Oberg@example.org", organisationName: "Örebro kommun" });
  await register({ name: "Zara Ek", organisationName: "100% integration", state: "CANCELLED" });
  await register({ name: "Anna Ärlig", organisationName: "snake_case AB", municipalityCode: "1287" });
  await register({ name: "Östen Asp", dayIds: [second.id], sessionIds: [workshopId], categoryId: politicians.id });
  await register({
    name: "Bo Alm",
    state: "WAITLISTED",
    answers: { roll: "chef", teman: ["skola", "jobb"], buss: true },
  });
  // Seeded so that it could leak: another event with the same names, and a person nobody may look up.
  const otherEvent = await createEvent(database(), {}, NOW);
  await createRegistration(database(), otherEvent, { name: "Åsa Öberg", organisationName: "Örebro kommun" }, NOW);
  await register({ name: "Åsa Skyddad", protectedIdentity: true, organisationName: "Örebro kommun" });
  const { id } = await createMember(database(), event.organisationId, "VIEWER");
  scope = await scopeOf(id, event.slug, NOW);
});

async function names(raw: RawParameters, reader = scope) {
  const { rows } = await listRegistrations(reader, parseFilter(raw).filter, 1);
  return rows.map((row) => row.name);
}

async function as(role: "OWNER" | "EDITOR" | "VIEWER" | "DOOR") {
  const { id } = await createMember(database(), event.organisationId, role);
  return scopeOf(id, event.slug, NOW);
}

describe("an event's list", () => {
  it("is in Swedish order: å ä ö after z", async () => {
    expect(await names({})).toEqual(["Anna Ärlig", "Bo Alm", "Zara Ek", "Åsa Öberg", "Östen Asp"]);
    expect(await names({ sort: "-name" })).toEqual(["Östen Asp", "Åsa Öberg", "Zara Ek", "Bo Alm", "Anna Ärlig"]);
  });

  it.each([
    ["åsa", ["Åsa Öberg"]],
    ["ÅSA ÖREBRO", ["Åsa Öberg"]],
    ["A\u030asa", ["Åsa Öberg"]],
    ["asa.oberg@EXAMPLE", ["Åsa Öberg"]],
    ["asa", ["Åsa Öberg"]],
    ["100%", ["Zara Ek"]],
    ["0%i", []],
    ["e_c", ["Anna Ärlig"]],
    ["k_m", []],
    ["\\", []],
    ["' OR 1=1 --", []],
    ["😀", []],
  ])("searched for %j", async (q, expected) => {
    expect(await names({ q })).toEqual(expected);
  });

  it("is filtered by category, day, session, municipality and answer", async () => {
    expect(await names({ category: "politiker" })).toEqual(["Östen Asp"]);
    const [first] = event.days;
    expect(await names({ day: first?.date.toISOString().slice(0, 10) })).not.toContain("Östen Asp");
    expect(await names({ session: workshopId })).toEqual(["Östen Asp"]);
    expect(await names({ municipality: "1287" })).toEqual(["Anna Ärlig"]);
    expect(await names({ answer: "roll:chef" })).toEqual(["Bo Alm"]);
    expect(await names({ answer: "teman:jobb" })).toEqual(["Bo Alm"]);
    expect(await names({ answer: "buss:true" })).toEqual(["Bo Alm"]);
    expect(await names({ answer: "teman:jo" })).toEqual([]);
    expect(await names({ answer: "okänd:x" })).toHaveLength(5);
    expect(await names({ answer: "unknown:x" })).toEqual([]);
  });

  it("counts under each tab with the same filter", async () => {
    const { tabs, total } = await listRegistrations(scope, parseFilter({ status: "ended" }).filter, 1);
    expect([...tabs].sort()).toEqual([
      ["all", 5],
      ["confirmed", 3],
      ["ended", 1],
      ["waitlisted", 1],
    ]);
    expect(total).toBe(1);
    expect((await listRegistrations(scope, parseFilter({ q: "åsa" }).filter, 1)).tabs.get("all")).toBe(1);
  });

  it.each(["name", "organisation", "category", "status", "registered", "-organisation"])(
    "sorts by %s",
    async (sort) => {
      expect((await names({ sort })).sort()).toEqual((await names({})).sort());
    },
  );
});

describe("who sees what in the list", () => {
  it("protected identities are there for owners and editors, and not even counted for others", async () => {
    for (const role of ["OWNER", "EDITOR"] as const)
      expect(await names({ q: "skyddad" }, await as(role))).toEqual(["Åsa Skyddad"]);
    for (const role of ["VIEWER", "DOOR"] as const) {
      const { rows, tabs } = await listRegistrations(await as(role), parseFilter({ q: "skyddad" }).filter, 1);
      expect([rows, tabs.get("all")]).toEqual([[], 0]);
    }
  });

  it("the door gets name, organisation and state, and cannot search or filter by anything else", async () => {
    const door = await as("DOOR");
    const { rows } = await listRegistrations(door, parseFilter({ q: "öberg" }).filter, 1);
    expect(rows).toEqual([
      {
        id: expect.any(String),
        reference: null,
        name: "Åsa Öberg",
        organisation: "Örebro kommun",
        state: "CONFIRMED",
        protectedIdentity: false,
        details: null,
      },
    ]);
    expect(await names({ q: "asa.oberg" }, door)).toEqual([]);
    for (const filter of [{ answer: "roll:chef" }, { municipality: "1287" }, { category: "politiker" }])
      expect(await names(filter, door)).toHaveLength(5);
  });
});

describe("paging", () => {
  it("shows every row once, and the last page for one beyond it", async () => {
    const big = await createEvent(database(), { capacity: null }, NOW);
    const { id } = await createMember(database(), big.organisationId);
    const reader = await scopeOf(id, big.slug, NOW);
    // The same name throughout: only the id keeps the pages apart.
    for (let n = 0; n < PAGE_SIZE * 2 + 1; n++) await createRegistration(database(), big, { name: "Kim Lind" }, NOW);
    const { filter } = parseFilter({});
    const pages = await Promise.all([1, 2, 3].map((page) => listRegistrations(reader, filter, page)));
    expect(pages.map(({ rows, page, pages: of }) => [rows.length, page, of])).toEqual([
      [PAGE_SIZE, 1, 3],
      [PAGE_SIZE, 2, 3],
      [1, 3, 3],
    ]);
    expect(new Set(pages.flatMap(({ rows }) => rows.map((row) => row.id))).size).toBe(PAGE_SIZE * 2 + 1);
    expect((await listRegistrations(reader, filter, 99)).page).toBe(3);
  });
});
