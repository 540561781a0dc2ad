import { describe, expect, it } from "vitest";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import type { RegistrationState } from "@/lib/registrations/rules/transitions";
import { ACTIONS } from "../../support/authorisation/actions";
import {
  importedBy,
  openAgain,
  ownRegistration,
  stateOf,
  withOpenInvitation,
} from "../../support/authorisation/house-state";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { ROLES, type Role, refusedBeside } from "../../support/authorisation/roles";
import { runningWorld } from "../../support/authorisation/running-world";
import { HOUSES, type House } from "../../support/authorisation/world";

const running = runningWorld();

describe("every role at every action of an organiser", () => {
  // Forms of an organiser's page, in the order they stand on it.
  const TOOLS: {
    action: keyof typeof ACTIONS;
    form: number;
    page: (reference: string) => string;
    filled: Record<string, string>;
    state?: RegistrationState;
  }[] = [
    { action: "action organise/[eventSlug]/line#pause", form: 0, page: () => "/line", filled: {} },
    { action: "action organise/[eventSlug]/line#offer", form: 1, page: () => "/line", filled: {}, state: "WAITLISTED" },
    {
      action: "action organise/[eventSlug]/line#answerChosen",
      form: 1,
      page: (reference) => `/line?chosen=${reference}&answer=reject`,
      filled: { reason: "Fler vill än vi har plats för." },
      state: "PENDING_APPROVAL",
    },
    {
      action: "action organise/[eventSlug]/registrations#edit",
      form: 0,
      page: (reference) => `/registrations?sort=-registered&edit=${reference}`,
      filled: { name: "Rättat Namn", category: "deltagare" },
    },
    {
      action: "action organise/[eventSlug]/registrations#keepView",
      form: 0,
      page: () => "/registrations",
      filled: { name: "Min vy" },
    },
    {
      action: "action organise/[eventSlug]/registrations#add",
      form: 0,
      page: () => "/registrations/new",
      filled: { name: "Ringde In", email: "ringde-in@example.org", category: "deltagare", locale: "sv" },
    },
    {
      action: "action organise/[eventSlug]/registrations/bulk#confirm",
      form: 0,
      page: (reference) => `/registrations/bulk?person=${reference}&do=cancel`,
      filled: {},
    },
    {
      action: "action organise/[eventSlug]/registrations/[reference]#tag",
      form: 0,
      page: (reference) => `/registrations/${reference}`,
      filled: { tag: "Buss" },
    },
    {
      action: "action organise/[eventSlug]/registrations/[reference]#note",
      form: 1,
      page: (reference) => `/registrations/${reference}`,
      filled: { text: "Ringde om bussen." },
    },
    {
      action: "action organise/[eventSlug]/registrations/[reference]#extend",
      form: 2,
      page: (reference) => `/registrations/${reference}`,
      filled: { through: currentInstant().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().toString() },
    },
    {
      action: "action organise/[eventSlug]/registrations/[reference]#handOver",
      form: 3,
      page: (reference) => `/registrations/${reference}`,
      filled: { name: "Ny Person", email: "ny-av-arrangor@example.org" },
    },
    {
      action: "action organise/[eventSlug]/change-requests#answer",
      form: 1,
      page: () => "/change-requests",
      filled: { text: "Köket har beställt." },
    },
    {
      action: "action organise/[eventSlug]/registrations/[reference]#cancel",
      form: 4,
      page: (reference) => `/registrations/${reference}`,
      filled: {},
    },
    {
      action: "action organise/[eventSlug]/registrations/[reference]#protect",
      form: 5,
      page: (reference) => `/registrations/${reference}`,
      filled: {},
    },
    {
      action: "action organise/[eventSlug]/registrations/[reference]#erase",
      state: "CANCELLED",
      form: 3,
      page: (reference) => `/registrations/${reference}`,
      filled: { sure: "yes" },
    },
  ];
  it.each(TOOLS)(
    "$action: nobody but who may change that event's registrations",
    async ({ action, form: nth, page, filled, state: needed }) => {
      expect(ACTIONS[action]).toBe("editors");
      for (const where of HOUSES) {
        const house = running.world[where];
        const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
        for (const allowed of mayCall) {
          const { reference, id: registrationId } = await ownRegistration(house, needed);
          // Whoever waits is offered a place by hand, not by the worker in the same moment.
          if (needed === "WAITLISTED")
            await database().event.update({ where: { id: house.event.id }, data: { offersPaused: true } });
          await database().changeRequest.deleteMany({ where: { eventId: house.event.id } });
          const request = {
            registrationId,
            eventId: house.event.id,
            wanted: {},
            createdAt: toTimestamp(currentInstant()),
          };
          await database().changeRequest.create({ data: request });
          const form = await readForm(
            running.app.url,
            `/organise/${house.event.slug}${page(reference)}`,
            running.cookies[allowed],
            nth,
          );
          const state = () => stateOf({ ...house, registrationId });
          const before = await state();
          for (const role of refusedBeside(allowed, mayCall)) {
            await postForm(running.app.url, form, running.cookies[role], filled);
            expect(await state(), `${role} at ${where}`).toEqual(before);
          }
          const email = filled["email"] && `${allowed}-${filled["email"]}`;
          const answer = await postForm(running.app.url, form, running.cookies[allowed], {
            ...filled,
            ...(email && { email }),
          });
          expect(answer.status, `${allowed} at ${where}`).toBe(303);
          expect(await state()).not.toEqual(before);
        }
      }
    },
  );

  // Forms about the event and its invitations, each at its place on its page; sent by each who may, in turn.
  const ABOUT_THE_EVENT: {
    action: keyof typeof ACTIONS;
    form: number;
    page: (house: House) => string;
    filled: (role: Role) => Record<string, string>;
  }[] = [
    {
      action: "action organise/[eventSlug]/settings#save",
      form: 0,
      page: () => "/settings",
      filled: (role) => ({ offerHours: role === "owner" ? "10" : "11" }),
    },
    {
      action: "action organise/[eventSlug]/invitations#add",
      form: 0,
      page: () => "/invitations",
      filled: (role) => ({ name: "Ny Person", email: `inbjuden-av-${role}@example.org`, language: "sv" }),
    },
    {
      action: "action organise/[eventSlug]/invitations#send",
      form: 0,
      page: ({ invitationId }) => `/invitations/${invitationId}`,
      filled: () => ({ shownAt: String(currentInstant().epochMilliseconds) }),
    },
    {
      action: "action organise/[eventSlug]/invitations#extend",
      form: 1,
      page: ({ invitationId }) => `/invitations/${invitationId}`,
      filled: () => ({ through: currentInstant().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().toString() }),
    },
    {
      action: "action organise/[eventSlug]/invitations#guests",
      form: 2,
      page: ({ invitationId }) => `/invitations/${invitationId}`,
      filled: (role) => ({ guests: role === "owner" ? "3" : "4" }),
    },
    {
      action: "action organise/[eventSlug]/invitations/import#importList",
      form: 0,
      page: () => "/invitations/import",
      filled: (role) => importedBy(role),
    },
    {
      action: "action organise/[eventSlug]/invitations#withdraw",
      form: 3,
      page: ({ invitationId }) => `/invitations/${invitationId}`,
      filled: () => ({}),
    },
  ];
  it.each(ABOUT_THE_EVENT)(
    "$action: nobody but who may change that event",
    async ({ action, form: nth, page, filled }) => {
      expect(ACTIONS[action]).toBe("editors");
      for (const where of HOUSES) {
        const house = await withOpenInvitation(running.world[where]);
        const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
        for (const allowed of mayCall) {
          await openAgain(house);
          const path = `/organise/${house.event.slug}${page(house)}`;
          const form = await readForm(running.app.url, path, running.cookies[allowed], nth);
          const state = async () => ({
            ...(await stateOf(house)),
            invited: await database().invitation.count({ where: { eventId: house.event.id } }),
          });
          const before = await state();
          for (const role of refusedBeside(allowed, mayCall)) {
            await postForm(running.app.url, form, running.cookies[role], filled(role));
            expect(await state(), `${role} at ${where}`).toEqual(before);
          }
          const answer = await postForm(running.app.url, form, running.cookies[allowed], filled(allowed));
          expect(answer.status, `${allowed} at ${where}`).toBe(303);
          expect(await state()).not.toEqual(before);
        }
      }
    },
  );

  // Forms about questions; each who may stops asking a question of their own.
  const QUESTION = { kind: "TEXT", "label.sv": "Ny fråga", "label.en": "New question", asked: "ATTENDEE" };
  const ASKING: {
    action: keyof typeof ACTIONS;
    form: number;
    page: (role: Role) => string;
    filled: Record<string, string>;
  }[] = [
    { action: "action organise/[eventSlug]/questions#save", form: 0, page: () => "/new", filled: QUESTION },
    { action: "action organise/[eventSlug]/questions#save", form: 0, page: (role) => `/q_${role}`, filled: QUESTION },
    {
      action: "action organise/[eventSlug]/questions#arrange",
      form: 1,
      page: (role) => `/q_${role}`,
      filled: { do: "retire" },
    },
  ];
  it.each(ASKING)("$action: nobody but who may change that event", async ({ action, form: nth, page, filled }) => {
    expect(ACTIONS[action]).toBe("editors");
    for (const where of HOUSES) {
      const house = running.world[where];
      const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
      for (const allowed of mayCall) {
        const own = { eventId: house.event.id, key: `q_${allowed}` };
        const label = { sv: "Fråga", en: "Question" };
        await database().question.upsert({
          where: { eventId_key: own },
          create: { ...own, kind: "TEXT", label },
          update: {},
        });
        const path = `/organise/${house.event.slug}/questions${page(allowed)}`;
        const form = await readForm(running.app.url, path, running.cookies[allowed], nth);
        const state = async () => ({
          ...(await stateOf(house)),
          questions: await database().question.findMany({ where: { eventId: house.event.id }, orderBy: { id: "asc" } }),
        });
        const before = await state();
        for (const role of refusedBeside(allowed, mayCall)) {
          await postForm(running.app.url, form, running.cookies[role], filled);
          expect(await state(), `${role} at ${where}`).toEqual(before);
        }
        const answer = await postForm(running.app.url, form, running.cookies[allowed], filled);
        expect(answer.status, `${allowed} at ${where}`).toBe(303);
        expect(await state()).not.toEqual(before);
      }
    }
  });

  it("action organise/[eventSlug]/questions/preview#tryAnswers: who may change the event, and nothing is kept", async () => {
    expect(ACTIONS["action organise/[eventSlug]/questions/preview#tryAnswers"]).toBe("editors");
    for (const where of HOUSES) {
      const house = running.world[where];
      const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
      const path = `/organise/${house.event.slug}/questions/preview`;
      const form = await readForm(running.app.url, path, running.cookies[mayCall[0] ?? "owner"]);
      const before = await stateOf(house);
      const people = await database().registration.count({ where: { eventId: house.event.id } });
      for (const role of ROLES) {
        const person = { name: "Prov Person", email: `prov-${role}@example.org`, consent: "on" };
        const answer = await postForm(running.app.url, form, running.cookies[role], person);
        expect(
          answer.status === 303 && answer.headers.get("location")?.endsWith("?tried=1"),
          `${role} at ${where}`,
        ).toBe(mayCall.includes(role));
      }
      expect(await stateOf(house)).toEqual(before);
      expect(await database().registration.count({ where: { eventId: house.event.id } })).toBe(people);
    }
  });
});
