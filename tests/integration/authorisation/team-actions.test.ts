import { expect, it } from "vitest";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { ACTIONS } from "../../support/authorisation/actions";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { ROLES, type Role, SIGNED_IN } from "../../support/authorisation/roles";
import { runningWorld } from "../../support/authorisation/running-world";
import { HOUSES, type House } from "../../support/authorisation/world";
import { createMember } from "../../support/factories/member";
import { nextNumber } from "../../support/factories/sequence";
import { sessionOf } from "../../support/signed-in";

const running = runningWorld();
const db = database();
const soon = () => toTimestamp(currentInstant().add({ hours: 1 }));
const address = () => `kollega-${nextNumber()}@example.org`;

function inviteTo(organisationId: string, email: string) {
  const createdAt = toTimestamp(currentInstant());
  return db.memberInvitation.create({ data: { organisationId, email, role: "EDITOR", createdAt, expiresAt: soon() } });
}

// Forms of the team's page, in their order there: two about the member chosen, before the one that invites.
const FORMS: {
  action: keyof typeof ACTIONS;
  form: number;
  prepare: (house: House) => Promise<string>;
  filled: () => Record<string, string>;
}[] = [
  {
    ...{ action: "action organise/team#invite", form: 0 },
    prepare: () => Promise.resolve(""),
    filled: () => ({ email: address(), role: "VIEWER", event: "" }),
  },
  {
    ...{ action: "action organise/team#withdraw", form: 1 },
    prepare: async ({ organisationId }) => {
      await db.memberInvitation.deleteMany({ where: { organisationId } });
      await inviteTo(organisationId, address());
      return "";
    },
    filled: () => ({}),
  },
  {
    ...{ action: "action organise/team#change", form: 0 },
    prepare: async ({ organisationId }) => {
      const { id } = await createMember(db, organisationId, "DOOR");
      return `&change=${id}`;
    },
    filled: () => ({ role: "VIEWER" }),
  },
];

it.each(FORMS)("$action: nobody but who owns that organisation", async ({ action, form: nth, prepare, filled }) => {
  expect(ACTIONS[action]).toBe("owners");
  for (const where of HOUSES) {
    const house = running.world[where];
    const { organisationId } = house;
    const allowed: Role = where === "own" ? "owner" : "stranger";
    const path = `/organise/team?in=${house.organisationSlug}${await prepare(house)}`;
    const form = await readForm(running.app.url, path, running.cookies[allowed], nth);
    const state = async () => ({
      members: await db.membership.findMany({ where: { organisationId }, orderBy: { userId: "asc" } }),
      invited: await db.memberInvitation.findMany({ where: { organisationId }, orderBy: { id: "asc" } }),
      audit: await db.auditEntry.count({ where: { organisationId } }),
    });
    const before = await state();
    const values = filled();
    for (const role of ROLES.filter((each) => each !== allowed)) {
      await postForm(running.app.url, form, running.cookies[role], values);
      expect(await state(), `${role} at ${where}`).toEqual(before);
    }
    const answer = await postForm(running.app.url, form, running.cookies[allowed], values);
    expect(answer.status, `${allowed} at ${where}`).toBe(303);
    expect(await state()).not.toEqual(before);
  }
});

/** Somebody who has an account and may found an organisation. */
async function newcomer() {
  const { id, email } = await db.user.create({ data: { email: `ny-${nextNumber()}@nykommun.example.org` } });
  const session = async () => `samling-session=${await sessionOf(id, currentInstant())}`;
  return { id, email, cookie: await session(), session };
}

const signedOut = ROLES.filter((role) => !(SIGNED_IN as readonly Role[]).includes(role));

it("an invitation is answered by nobody but whom it came to", async () => {
  expect(ACTIONS["action organise#answer"]).toBe("signed in");
  const { own } = running.world;
  const invited = await newcomer();
  const { id } = await inviteTo(own.organisationId, invited.email);
  const form = await readForm(running.app.url, "/organise", invited.cookie);
  const closed = async () => (await db.memberInvitation.findUniqueOrThrow({ where: { id } })).closedAt;
  for (const role of ROLES) {
    await postForm(running.app.url, form, running.cookies[role]);
    expect(await closed(), role).toBeNull();
  }
  expect((await postForm(running.app.url, form, invited.cookie)).status).toBe(303);
  expect(await closed()).not.toBeNull();
  const membership = { organisationId: own.organisationId, userId: invited.id };
  expect(await db.membership.count({ where: { ...membership, role: "EDITOR" } })).toBe(1);
});

it("an organisation is founded by nobody but whom the installation lets", async () => {
  expect(ACTIONS["action organise#found"]).toBe("signed in");
  const founder = await newcomer();
  const form = await readForm(running.app.url, "/organise", founder.cookie);
  const name = `Grundad ${nextNumber()}`;
  for (const role of ROLES) {
    await postForm(running.app.url, form, running.cookies[role], { name });
    expect(await db.organisation.count({ where: { name } }), role).toBe(0);
  }
  expect((await postForm(running.app.url, form, founder.cookie, { name })).status).toBe(303);
  const memberships = { some: { userId: founder.id, role: "OWNER" } } as const;
  expect(await db.organisation.count({ where: { name, memberships } })).toBe(1);
});

it("an account is changed by nobody but whose it is", async () => {
  expect(ACTIONS["action organise/account#saveProfile"]).toBe("signed in");
  expect(ACTIONS["action organise/account#signOut"]).toBe("signed in");
  const somebody = await newcomer();
  const other = await somebody.session();
  const profile = await readForm(running.app.url, "/organise/account", somebody.cookie, 0);
  const one = await readForm(running.app.url, "/organise/account", somebody.cookie, 1);
  const state = async () => ({
    user: await db.user.findUniqueOrThrow({ where: { id: somebody.id } }),
    sessions: await db.userSession.count({ where: { userId: somebody.id } }),
  });
  const before = await state();
  for (const role of [...signedOut, "owner" as const, "stranger" as const]) {
    // Whoever is signed in names themselves, and signs nobody else out.
    await postForm(running.app.url, profile, running.cookies[role], { name: `Som ${role}`, locale: "sv" });
    await postForm(running.app.url, one, running.cookies[role]);
    expect(await state(), role).toEqual(before);
  }
  expect((await postForm(running.app.url, profile, somebody.cookie, { name: "Nora Ny", locale: "sv" })).status).toBe(
    303,
  );
  expect((await postForm(running.app.url, one, somebody.cookie)).status).toBe(303);
  expect(await state()).toMatchObject({ user: { name: "Nora Ny" }, sessions: 1 });
  const signIn = await fetch(`${running.app.url}/organise`, { headers: { cookie: other }, redirect: "manual" });
  expect(signIn.headers.get("location")).toContain("/sign-in");
});
