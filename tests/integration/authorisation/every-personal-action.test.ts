import { describe, expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { ACTIONS } from "../../support/authorisation/actions";
import { invitedAnew, ownRegistration, settledStateOf, stateOf } from "../../support/authorisation/house-state";
import { asSlowAsAPerson, postForm, readForm, registerByForm } from "../../support/authorisation/post-form";
import { openLink, ROLES } from "../../support/authorisation/roles";
import { runningWorld } from "../../support/authorisation/running-world";
import { HOUSES, type House } from "../../support/authorisation/world";

const running = runningWorld();

describe("every role at every action behind a personal link, and at those of everybody", () => {
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
    {
      action: "action my/[reference]/edit#change",
      page: (house: House) => `/my/${house.reference}/edit`,
      filled: { jobTitle: "Enhetschef" },
    },
    { action: "action my/[reference]/cancel#cancel", page: (house: House) => `/my/${house.reference}/cancel` },
  ] satisfies {
    action: keyof typeof ACTIONS;
    page: (house: House) => string;
    prepare?: (house: House) => Promise<House>;
    filled?: Record<string, string>;
  }[])("$action: nobody but who opened the link, at that event", async ({ action, page, prepare, filled }) => {
    const mayCall = ACTIONS[action];
    for (const where of HOUSES) {
      const house = prepare ? await prepare(running.world[where]) : running.world[where];
      const form = await readForm(running.app.url, page(house), await openLink(house, mayCall, running.app.url));
      // A page that is shown may note so once it is sent; that is not the action's doing.
      const before = await settledStateOf(house);
      for (const role of ROLES.filter((each) => each !== mayCall || where === "foreign")) {
        const answer = await postForm(running.app.url, form, running.cookies[role], filled);
        expect([404, 200], `${role} at ${where}`).toContain(answer.status);
        expect(await stateOf(house), `${role} at ${where}`).toEqual(before);
      }
      const answer = await postForm(running.app.url, form, await openLink(house, mayCall, running.app.url), filled);
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
        const house = running.world[where];
        const { reference, id: registrationId, links } = await ownRegistration(house, NEEDED_STATE[action]);
        const cookie = await openLink({ ...house, links }, "attendee", running.app.url);
        const form = await readForm(running.app.url, `/my/${reference}${page}`, cookie);
        const state = () => stateOf({ ...house, registrationId });
        const before = await state();
        for (const role of ROLES) {
          const answer = await postForm(running.app.url, form, running.cookies[role], filled);
          expect([404, 200], `${role} at ${where}`).toContain(answer.status);
          expect(await state(), `${role} at ${where}`).toEqual(before);
        }
        expect((await postForm(running.app.url, form, cookie, filled)).status, `who opened the link of ${where}`).toBe(
          303,
        );
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
        const house = running.world[where];
        const { reference, bookingId, bookingReference, links } = await ownRegistration(house, needed);
        const cookie = await openLink({ ...house, links }, "booker", running.app.url);
        const path = ["add", "details", "erase"].includes(page) ? page : `${reference}${page}`;
        const form = await readForm(running.app.url, `/booking/${bookingReference}/${path}`, cookie);
        const state = () =>
          database().booking.findUniqueOrThrow({
            where: { id: bookingId },
            select: { registrantName: true, registrations: { select: { name: true, state: true } } },
          });
        const before = await state();
        for (const role of ROLES) {
          const answer = await postForm(running.app.url, form, running.cookies[role], filled);
          expect([404, 200], `${role} at ${where}`).toContain(answer.status);
          expect(await state(), `${role} at ${where}`).toEqual(before);
        }
        expect([200, 303]).toContain((await postForm(running.app.url, form, cookie, filled)).status);
        expect(await state()).not.toEqual(before);
      }
    },
  );

  it("action my/[reference]#openBooking: nobody but who made that very booking", async () => {
    expect(ACTIONS["action my/[reference]#openBooking"]).toBe("attendee");
    for (const where of HOUSES) {
      const house = running.world[where];
      const { reference, bookingId, bookingReference, links } = await ownRegistration(house, "CONFIRMED");
      const { email } = await database().registration.findUniqueOrThrow({ where: { reference } });
      const saysWhoPays = (registrantEmail: string) =>
        database().booking.update({
          where: { id: bookingId },
          data: { registrantEmail, billing: { payer: "private" } },
        });
      await saysWhoPays(email);
      const cookie = await openLink({ ...house, links }, "attendee", running.app.url);
      // The first form of the page asks whoever has not agreed to be stored.
      const form = await readForm(running.app.url, `/my/${reference}`, cookie, 1);
      const minted = () => database().personalLink.count({ where: { bookingId } });
      const before = await minted();
      for (const role of ROLES) await postForm(running.app.url, form, running.cookies[role]);
      await saysWhoPays("nagon-annan@example.org");
      await postForm(running.app.url, form, cookie);
      expect(await minted()).toBe(before);
      await saysWhoPays(email);
      const answer = await postForm(running.app.url, form, cookie);
      expect(answer.headers.get("location")).toBe(`/booking/${bookingReference}/details`);
      expect(answer.headers.getSetCookie()[0]).toMatch(/httponly/i);
      expect(await minted()).toBe(before + 1);
    }
  });

  it("anybody may ask for a link, and hears the same", async () => {
    const form = await readForm(running.app.url, `/resend?event=${running.world.own.event.slug}`, "");
    for (const role of ROLES) {
      for (const email of [running.world.own.secrets.email, "okand@example.org"]) {
        const answer = await postForm(running.app.url, form, running.cookies[role], { email });
        expect(answer.headers.get("location"), role).toMatch(/^\/resend\?event=[\w-]+&sent=1$/);
      }
    }
  });

  it("anybody may register", async () => {
    for (const where of HOUSES) {
      const form = await readForm(running.app.url, `/events/${running.world[where].event.slug}/register`, "");
      await asSlowAsAPerson();
      for (const role of ROLES) {
        const way = await registerByForm(running.app.url, form, running.cookies[role]);
        expect(way, `${role} at ${where}`).toMatch(/^\/events\/[\w-]+\/confirmation\/.+/);
      }
    }
  });
});
