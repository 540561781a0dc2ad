import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { parseInvitationFilter } from "@/lib/registrations/invitation-schema";
import { getInvitationBoard } from "@/lib/registrations/queries/invitation-board";
import { findOrganisersInvitation } from "@/lib/registrations/queries/organisers-invitation";
import { NOW } from "../../support/clock";
import { createInvitation } from "../../support/factories/invitation";
import { createRegistration } from "../../support/factories/registration";
import { inviter } from "../../support/inviting";

const db = database();
const board = (scope: Parameters<typeof getInvitationBoard>[0], raw: Record<string, unknown> = {}) =>
  getInvitationBoard(scope, parseInvitationFilter(raw), 1);

async function twoGroups() {
  const { event, scope } = await inviter(NOW, "OWNER");
  const answeredAt = new Date(NOW.epochMilliseconds);
  const invite = (name: string, wishes: Parameters<typeof createInvitation>[2] = {}) =>
    createInvitation(db, event.id, { name, ...wishes });
  const chefer = { groupName: "Chefer", municipalityCode: "1281" };
  const other = await createRegistration(db, event, { name: "Kollega Karlsson", email: "kollega@example.org" }, NOW);
  await invite("Anna", { ...chefer, state: "ACCEPTED", answeredAt, registrationId: other.id, extraGuests: 2 });
  await invite("Bo", { ...chefer, state: "DECLINED", answeredAt, declineReason: "Är på tjänsteresa" });
  await invite("Cilla", { ...chefer, state: "OPENED" });
  await invite("Disa", { ...chefer });
  await invite("Östen", { groupName: "Strateger", municipalityCode: "1287" });
  await invite("Fia", { sentAt: null });
  await invite("Gun", { withdrawnAt: answeredAt });
  return { event, scope, other };
}

it("counts by answer, and tells who has not answered by group and municipality", async () => {
  const { scope } = await twoGroups();
  const { counts, groups, municipalities } = await board(scope);
  expect(counts).toEqual({ all: 7, unsent: 1, unanswered: 3, opened: 1, accepted: 1, declined: 1, withdrawn: 1 });
  expect(groups).toEqual([
    { value: "Chefer", invited: 4, accepted: 1, declined: 1, unanswered: 2 },
    { value: "Strateger", invited: 1, accepted: 0, declined: 0, unanswered: 1 },
    { value: null, invited: 1, accepted: 0, declined: 0, unanswered: 0 },
  ]);
  expect(municipalities.map(({ value, unanswered }) => [value, unanswered])).toEqual([
    ["1281", 2],
    ["1287", 1],
    [null, 0],
  ]);
});

it("lists in Swedish order with reasons, and with who answered in somebody's stead", async () => {
  const { event, scope, other } = await twoGroups();
  const { rows } = await board(scope);
  expect(rows.map(({ name, status }) => [name, status])).toEqual([
    ["Anna", "ACCEPTED"],
    ["Bo", "DECLINED"],
    ["Cilla", "OPENED"],
    ["Disa", "SENT"],
    ["Fia", "UNSENT"],
    ["Gun", "WITHDRAWN"],
    ["Östen", "SENT"],
  ]);
  expect(rows[0]).toMatchObject({
    extraGuests: 2,
    guests: 0,
    answer: {
      reference: other.reference,
      state: "CONFIRMED",
      as: { name: "Kollega Karlsson", email: "kollega@example.org" },
    },
  });
  expect(rows[1]?.declineReason).toBe("Är på tjänsteresa");
  const own = await createRegistration(db, event, { name: "Fia", email: "fia@example.org" }, NOW);
  const { id } = await createInvitation(db, event.id, {
    ...{
      name: "Fia",
      email: "fia@example.org",
      state: "ACCEPTED",
      answeredAt: new Date(NOW.epochMilliseconds),
      registrationId: own.id,
    },
  });
  expect((await findOrganisersInvitation(scope, id))?.answer?.as).toBeNull();
});

it("filters by every condition, alone and together, and takes nonsense for no condition", async () => {
  const { scope } = await twoGroups();
  const names = async (raw: Record<string, unknown>) => (await board(scope, raw)).rows.map(({ name }) => name);
  expect(await names({ status: "unanswered" })).toEqual(["Cilla", "Disa", "Östen"]);
  expect(await names({ status: "unanswered", group: "Chefer" })).toEqual(["Cilla", "Disa"]);
  expect(await names({ municipality: "1287" })).toEqual(["Östen"]);
  expect(await names({ group: "-" })).toEqual(["Fia", "Gun"]);
  expect(await names({ q: "kollega" })).toEqual(["Anna"]);
  expect(await names({ q: "%" })).toEqual([]);
  expect(await names({ q: "ÖSTEN" })).toEqual(["Östen"]);
  const nonsense = { status: "x", q: ["a"], group: {}, municipality: "'; --", category: "\0", page: "-1" };
  expect((await names(nonsense)).length).toBe(7);
});

it("shows each event its own; a host none; who may not see protected people none that brought one", async () => {
  const { event, scope, other } = await twoGroups();
  const elsewhere = await inviter(NOW, "OWNER");
  expect((await board(elsewhere.scope)).counts.all).toBe(0);
  const host = {
    ...scope,
    role: "CO_ORGANISER",
    reach: { kind: "hosted-sessions", organisationId: event.organisationId },
  };
  expect((await board(host as typeof scope)).counts.all).toBe(0);
  const [first] = (await board(scope)).rows;
  if (!first) throw new Error("nobody is invited");
  expect(await findOrganisersInvitation(elsewhere.scope, first.id)).toBeNull();
  expect(await findOrganisersInvitation(host as typeof scope, first.id)).toBeNull();
  expect(await findOrganisersInvitation(scope, "nonsense")).toBeNull();
  await db.registration.update({ where: { id: other.id }, data: { protectedIdentity: true } });
  const viewer = { ...scope, role: "VIEWER" } as typeof scope;
  const seen = await board(viewer);
  expect(seen.rows.map(({ name }) => name)).not.toContain("Anna");
  expect(seen.counts.accepted).toBe(0);
  expect((await board(scope)).counts.accepted).toBe(1);
});

it("shows a hundred at a time", async () => {
  const { event, scope } = await inviter(NOW);
  for (let n = 0; n < 101; n += 1) await createInvitation(db, event.id);
  const second = await getInvitationBoard(scope, parseInvitationFilter({}), 2);
  expect([second.rows.length, second.page, second.pages, second.total]).toEqual([1, 2, 2, 101]);
  expect((await getInvitationBoard(scope, parseInvitationFilter({}), 99)).page).toBe(2);
});
