import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { ACTIONS } from "../../support/authorisation/actions";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { ROLES, type Role, refusedBeside } from "../../support/authorisation/roles";
import { runningWorld } from "../../support/authorisation/running-world";
import { HOUSES, type House } from "../../support/authorisation/world";
import { createOrganisation } from "../../support/factories/organisation";

const running = runningWorld();

/** Everything of an event that its editor writes. */
function eventState({ event }: House) {
  return database().event.findUniqueOrThrow({
    where: { id: event.id },
    include: { days: true, categories: true, venue: true, coOrganisers: true, quotas: true },
  });
}

const FORMS: {
  action: keyof typeof ACTIONS;
  page: string;
  filled: (role: Role, house: House) => Record<string, string> | Promise<Record<string, string>>;
}[] = [
  { action: "action organise/[eventSlug]/edit#saveBasics", page: "", filled: (role) => ({ pageOwner: `Av ${role}` }) },
  {
    action: "action organise/[eventSlug]/edit#saveTexts",
    page: "/texts",
    filled: (role) => ({ descriptionSv: `Av ${role}` }),
  },
  {
    action: "action organise/[eventSlug]/edit#saveDays",
    page: "/days",
    filled: (role) => ({ venueSteps: role === "editor" ? "14: 50" : "30: 50" }),
  },
  {
    action: "action organise/[eventSlug]/edit#saveVenue",
    page: "/venue",
    filled: (role) => ({ venue: "new", name: `Huset av ${role}`, city: "Malmö" }),
  },
  {
    action: "action organise/[eventSlug]/edit#saveCategories",
    page: "/categories",
    filled: (role) => ({ "categories.new1.nameSv": `Kategori av ${role}` }),
  },
  {
    action: "action organise/[eventSlug]/edit#savePartners",
    page: "/partners",
    filled: async () => ({
      ...{ "partners.new1.organisation": (await createOrganisation(database())).slug },
      ...{ "partners.new1.kind": "PARTNER", "partners.new1.access": "NONE" },
    }),
  },
  { action: "action organise/[eventSlug]/edit#move", page: "/publish", filled: () => ({}) },
];

it.each(FORMS)("$action: nobody but who may change that event", async ({ action, page, filled }) => {
  expect(ACTIONS[action]).toBe("editors");
  for (const where of HOUSES) {
    const house = running.world[where];
    const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
    const { lastRegistrationDay, registrationOpensOn } = house.event;
    for (const allowed of mayCall) {
      // Closing registration is undone before the next one closes it.
      const open = { lastRegistrationDay, registrationOpensOn };
      await database().event.update({ where: { id: house.event.id }, data: open });
      const path = `/organise/${house.event.slug}/edit${page}`;
      const form = await readForm(running.app.url, path, running.cookies[allowed], 0);
      const before = await eventState(house);
      for (const role of refusedBeside(allowed, mayCall)) {
        await postForm(running.app.url, form, running.cookies[role], await filled(role, house));
        expect(await eventState(house), `${role} at ${where}`).toEqual(before);
      }
      const answer = await postForm(running.app.url, form, running.cookies[allowed], await filled(allowed, house));
      expect(answer.status, `${allowed} at ${where}`).toBe(303);
      expect(await eventState(house)).not.toEqual(before);
    }
  }
});

it("action organise/new#create: who owns or edits an organisation, in its name alone", async () => {
  expect(ACTIONS["action organise/new#create"]).toBe("editors");
  for (const where of HOUSES) {
    const { organisationId } = running.world[where];
    const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
    for (const role of ROLES) {
      // Everybody posts the form of somebody who may.
      const form = await readForm(running.app.url, "/organise/new", running.cookies[mayCall[0] ?? "owner"], 0);
      const events = () => database().event.count({ where: { organisationId } });
      const before = await events();
      const day = "2031-05-06";
      const filled = { title: `Av ${role}`, organisation: organisationId, startsOn: day, lastRegistrationDay: day };
      const contact = { contactName: "Kansliet", contactEmail: "kansliet@example.org" };
      await postForm(running.app.url, form, running.cookies[role], { ...filled, ...contact });
      expect((await events()) - before, `${role} at ${where}`).toBe(mayCall.includes(role) ? 1 : 0);
    }
  }
});

it("actions organise/retention#save and #turn: the organisation's owner alone", async () => {
  expect([ACTIONS["action organise/retention#save"], ACTIONS["action organise/retention#turn"]]).toEqual([
    "owners",
    "owners",
  ]);
  for (const where of HOUSES) {
    const { organisationId } = running.world[where];
    const owner: Role = where === "own" ? "owner" : "stranger";
    const rules = () => database().retentionRule.findMany({ where: { organisationId } });
    const page = "/organise/retention";
    const saving = await readForm(running.app.url, page, running.cookies[owner], 0);
    const said = { organisation: organisationId, dataClass: "ATTENDEES", months: "24", decision: "KS 2026:14" };
    for (const role of ROLES.filter((each) => each !== owner))
      await postForm(running.app.url, saving, running.cookies[role], said);
    expect(await rules(), where).toEqual([]);
    await postForm(running.app.url, saving, running.cookies[owner], said);
    expect(await rules(), where).toMatchObject([{ months: 24, enabledAt: null }]);
    const turning = await readForm(running.app.url, page, running.cookies[owner], 0);
    for (const role of ROLES.filter((each) => each !== owner))
      await postForm(running.app.url, turning, running.cookies[role]);
    expect(await rules(), where).toMatchObject([{ enabledAt: null }]);
    await postForm(running.app.url, turning, running.cookies[owner]);
    expect(await rules(), where).toMatchObject([{ enabledAt: expect.any(Date) }]);
  }
});
