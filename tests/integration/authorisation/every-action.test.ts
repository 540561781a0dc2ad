import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import type { RegistrationState } from "@/lib/registrations/rules/transitions";
import type { AppProcess } from "../../bench/app-process";
import { ACTIONS } from "../../support/authorisation/actions";
import {
  importedBy,
  invitedAnew,
  openAgain,
  ownRegistration,
  settledStateOf,
  stateOf,
  withOpenInvitation,
} from "../../support/authorisation/house-state";
import { asSlowAsAPerson, postForm, readForm, registerByForm } from "../../support/authorisation/post-form";
import { cookiesOf, openLink, ROLES, type Role } from "../../support/authorisation/roles";
import { createWorld, HOUSES, type House, type World } from "../../support/authorisation/world";
import { startProduct } from "../../support/running-app";

let app: AppProcess;
let world: World;
let cookies: Readonly<Record<Role, string>>;

beforeAll(async () => {
  world = await createWorld(currentInstant());
  app = await startProduct();
  cookies = await cookiesOf(world, app.url);
}, 300_000);
afterAll(() => app?.stop());

describe("every role at every server action", () => {
  it.each([
    {
      action: "action events/[slug]/invitation#decline",
      page: (house: House) => `/events/${house.event.slug}/invitation`,
    },
    {
      action: "action events/[slug]/invitation/erase#eraseMe",
      page: (house: House) => `/events/${house.event.slug}/invitation/erase`,
      // The links of an invitation go with it, so each house gets another one for this.
      prepare: invitedAnew,
    },
    { action: "action my/[reference]/edit#change", page: (house: House) => `/my/${house.reference}/edit` },
    { action: "action my/[reference]/cancel#cancel", page: (house: House) => `/my/${house.reference}/cancel` },
  ] satisfies {
    action: keyof typeof ACTIONS;
    page: (house: House) => string;
    prepare?: (house: House) => Promise<House>;
  }[])("$action: nobody but who opened the link, at that event", async ({ action, page, prepare }) => {
    const mayCall = ACTIONS[action];
    for (const where of HOUSES) {
      const house = prepare ? await prepare(world[where]) : world[where];
      const form = await readForm(app.url, page(house), await openLink(house, mayCall, app.url));
      // A page that is shown may note so once it is sent; that is not the action's doing.
      const before = await settledStateOf(house);
      for (const role of ROLES.filter((each) => each !== mayCall || where === "foreign")) {
        const answer = await postForm(app.url, form, cookies[role]);
        expect([404, 200], `${role} at ${where}`).toContain(answer.status);
        expect(await stateOf(house), `${role} at ${where}`).toEqual(before);
      }
      const answer = await postForm(app.url, form, await openLink(house, mayCall, app.url));
      expect(answer.status, `who opened the link of ${where}`).toBe(303);
      expect(await stateOf(house)).not.toEqual(before);
    }
  });

  // These end a registration or need one in a certain state, so each gets one of its own.
  const OWN: { action: keyof typeof ACTIONS; page: string; filled: Record<string, string> }[] = [
    { action: "action my/[reference]#agree", page: "", filled: { consent: "on" } },
    { action: "action my/[reference]#answerOffer", page: "", filled: {} },
    { action: "action my/[reference]/erase#erase", page: "/erase", filled: {} },
    {
      action: "action my/[reference]/substitute#handOver",
      page: "/substitute",
      filled: { name: "Ny Person", email: "ny-person@example.org" },
    },
  ];
  const NEEDED_STATE: Partial<Record<keyof typeof ACTIONS, "CANCELLED" | "OFFERED">> = {
    "action my/[reference]/erase#erase": "CANCELLED",
    "action my/[reference]#answerOffer": "OFFERED",
  };
  it.each(OWN)(
    "$action: nobody but who opened the link of that very registration",
    async ({ action, page, filled }) => {
      expect(ACTIONS[action]).toBe("attendee");
      for (const where of HOUSES) {
        const house = world[where];
        const { reference, id: registrationId, links } = await ownRegistration(house, NEEDED_STATE[action]);
        const cookie = await openLink({ ...house, links }, "attendee", app.url);
        const form = await readForm(app.url, `/my/${reference}${page}`, cookie);
        const state = () => stateOf({ ...house, registrationId });
        const before = await state();
        for (const role of ROLES) {
          const answer = await postForm(app.url, form, cookies[role], filled);
          expect([404, 200], `${role} at ${where}`).toContain(answer.status);
          expect(await state(), `${role} at ${where}`).toEqual(before);
        }
        expect((await postForm(app.url, form, cookie, filled)).status, `who opened the link of ${where}`).toBe(303);
        expect(await state()).not.toEqual(before);
      }
    },
  );

  const somebody = (email: string) => ({ name: "Ny Person", email: `${email}@example.org` });
  const BOOKERS = [
    { action: "action booking/[reference]/[place]#namePlace", page: "", filled: somebody("namngiven"), state: "HELD" },
    { action: "action booking/[reference]/[place]#swapPlace", page: "", filled: somebody("bytt"), state: "CONFIRMED" },
    { action: "action booking/[reference]/[place]#cancelPlace", page: "/cancel", filled: {}, state: "CONFIRMED" },
    {
      action: "action booking/[reference]/add#add",
      page: "add",
      filled: { "people.0.name": "Ny Person", "people.0.email": "tillagd@example.org", intent: "book" },
      state: "CONFIRMED",
    },
    {
      action: "action booking/[reference]/details#changeDetails",
      page: "details",
      filled: { "registrant.name": "Nytt Namn" },
      state: "CONFIRMED",
    },
    { action: "action booking/[reference]/erase#eraseMe", page: "erase", filled: {}, state: "CANCELLED" },
  ] as const;
  it.each(BOOKERS)(
    "$action: nobody but who made that very booking",
    async ({ action, page, filled, state: needed }) => {
      expect(ACTIONS[action]).toBe("booker");
      for (const where of HOUSES) {
        const house = world[where];
        const { reference, bookingId, bookingReference, links } = await ownRegistration(house, needed);
        const cookie = await openLink({ ...house, links }, "booker", app.url);
        const path = ["add", "details", "erase"].includes(page) ? page : `${reference}${page}`;
        const form = await readForm(app.url, `/booking/${bookingReference}/${path}`, cookie);
        const state = () =>
          database().booking.findUniqueOrThrow({
            where: { id: bookingId },
            select: { registrantName: true, registrations: { select: { name: true, state: true } } },
          });
        const before = await state();
        for (const role of ROLES) {
          const answer = await postForm(app.url, form, cookies[role], filled);
          expect([404, 200], `${role} at ${where}`).toContain(answer.status);
          expect(await state(), `${role} at ${where}`).toEqual(before);
        }
        expect([200, 303]).toContain((await postForm(app.url, form, cookie, filled)).status);
        expect(await state()).not.toEqual(before);
      }
    },
  );

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
      action: "action organise/[eventSlug]/registrations/[reference]#extend",
      form: 0,
      page: (reference) => `/registrations/${reference}`,
      filled: { through: currentInstant().toZonedDateTimeISO("Europe/Stockholm").toPlainDate().toString() },
    },
    {
      action: "action organise/[eventSlug]/registrations/[reference]#handOver",
      form: 1,
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
      form: 2,
      page: (reference) => `/registrations/${reference}`,
      filled: {},
    },
    {
      action: "action organise/[eventSlug]/registrations/[reference]#protect",
      form: 3,
      page: (reference) => `/registrations/${reference}`,
      filled: {},
    },
  ];
  it.each(TOOLS)(
    "$action: nobody but who may change that event's registrations",
    async ({ action, form: nth, page, filled, state: needed }) => {
      expect(ACTIONS[action]).toBe("editors");
      for (const where of HOUSES) {
        const house = world[where];
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
            app.url,
            `/organise/${house.event.slug}${page(reference)}`,
            cookies[allowed],
            nth,
          );
          const state = () => stateOf({ ...house, registrationId });
          const before = await state();
          for (const role of ROLES.filter((each) => !mayCall.includes(each))) {
            await postForm(app.url, form, cookies[role], filled);
            expect(await state(), `${role} at ${where}`).toEqual(before);
          }
          const email = filled["email"] && `${allowed}-${filled["email"]}`;
          const answer = await postForm(app.url, form, cookies[allowed], { ...filled, ...(email && { email }) });
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
        const house = await withOpenInvitation(world[where]);
        const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
        for (const allowed of mayCall) {
          await openAgain(house);
          const path = `/organise/${house.event.slug}${page(house)}`;
          const form = await readForm(app.url, path, cookies[allowed], nth);
          const state = async () => ({
            ...(await stateOf(house)),
            invited: await database().invitation.count({ where: { eventId: house.event.id } }),
          });
          const before = await state();
          for (const role of ROLES.filter((each) => !mayCall.includes(each))) {
            await postForm(app.url, form, cookies[role], filled(role));
            expect(await state(), `${role} at ${where}`).toEqual(before);
          }
          const answer = await postForm(app.url, form, cookies[allowed], filled(allowed));
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
      const house = world[where];
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
        const form = await readForm(app.url, path, cookies[allowed], nth);
        const state = async () => ({
          ...(await stateOf(house)),
          questions: await database().question.findMany({ where: { eventId: house.event.id }, orderBy: { id: "asc" } }),
        });
        const before = await state();
        for (const role of ROLES.filter((each) => !mayCall.includes(each))) {
          await postForm(app.url, form, cookies[role], filled);
          expect(await state(), `${role} at ${where}`).toEqual(before);
        }
        const answer = await postForm(app.url, form, cookies[allowed], filled);
        expect(answer.status, `${allowed} at ${where}`).toBe(303);
        expect(await state()).not.toEqual(before);
      }
    }
  });

  it("action organise/[eventSlug]/questions/preview#tryAnswers: who may change the event, and nothing is kept", async () => {
    expect(ACTIONS["action organise/[eventSlug]/questions/preview#tryAnswers"]).toBe("editors");
    for (const where of HOUSES) {
      const house = world[where];
      const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
      const path = `/organise/${house.event.slug}/questions/preview`;
      const form = await readForm(app.url, path, cookies[mayCall[0] ?? "owner"]);
      const before = await stateOf(house);
      const people = await database().registration.count({ where: { eventId: house.event.id } });
      for (const role of ROLES) {
        const person = { name: "Prov Person", email: `prov-${role}@example.org`, consent: "on" };
        const answer = await postForm(app.url, form, cookies[role], person);
        expect(
          answer.status === 303 && answer.headers.get("location")?.endsWith("?tried=1"),
          `${role} at ${where}`,
        ).toBe(mayCall.includes(role));
      }
      expect(await stateOf(house)).toEqual(before);
      expect(await database().registration.count({ where: { eventId: house.event.id } })).toBe(people);
    }
  });

  it("anybody may ask for a link, and hears the same", async () => {
    const form = await readForm(app.url, `/resend?event=${world.own.event.slug}`, "");
    for (const role of ROLES) {
      for (const email of [world.own.secrets.email, "okand@example.org"]) {
        const answer = await postForm(app.url, form, cookies[role], { email });
        expect(answer.headers.get("location"), role).toMatch(/^\/resend\?event=[\w-]+&sent=1$/);
      }
    }
  });

  it("anybody may register", async () => {
    for (const where of HOUSES) {
      const form = await readForm(app.url, `/events/${world[where].event.slug}/register`, "");
      await asSlowAsAPerson();
      for (const role of ROLES) {
        const way = await registerByForm(app.url, form, cookies[role]);
        expect(way, `${role} at ${where}`).toMatch(/^\/events\/[\w-]+\/confirmation\/.+/);
      }
    }
  });
});
