import { expect, it } from "vitest";
import { listKey } from "@/app/[locale]/(organiser)/organise/[eventSlug]/invitations/import/review";
import { database } from "@/lib/platform/db";
import { ACTIONS } from "../../support/authorisation/actions";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { ROLES, type Role, refusedBeside } from "../../support/authorisation/roles";
import { runningWorld } from "../../support/authorisation/running-world";
import { HOUSES, type House } from "../../support/authorisation/world";

const running = runningWorld();

function programme({ event }: House) {
  return database().event.findUniqueOrThrow({
    where: { id: event.id },
    select: { sessions: { include: { quota: true } }, tracks: true },
  });
}

// The forms of the page: one a session that moves it, and breaks and tracks last; save and remove on the session's own.
const FORMS: {
  action: keyof typeof ACTIONS;
  page: (house: House) => string;
  nth: number;
  mayHost: boolean;
  filled: (role: Role, house: House) => Record<string, string>;
}[] = [
  {
    action: "action organise/[eventSlug]/programme#move",
    page: () => "",
    nth: 0,
    mayHost: true,
    filled: () => ({ by: "15" }),
  },
  {
    ...{ action: "action organise/[eventSlug]/programme#breaks", page: () => "", nth: -2, mayHost: false },
    filled: (_, { event }) => ({ day: event.days[0]?.id ?? "", lunch: "12-13", morning: "", afternoon: "" }),
  },
  {
    ...{ action: "action organise/[eventSlug]/programme#tracks", page: () => "", nth: -1, mayHost: false },
    filled: (role) => ({ "tracks.new1.nameSv": `Av ${role}` }),
  },
  {
    ...{ action: "action organise/[eventSlug]/programme#save", nth: 0, mayHost: true },
    page: ({ hostedSessionId }) => `/${hostedSessionId}`,
    filled: (role, { event }) => ({
      titleSv: `Av ${role}`,
      kind: "WORKSHOP",
      day: event.days[0]?.id ?? "",
      signUp: "on",
    }),
  },
  {
    ...{ action: "action organise/[eventSlug]/programme#remove", nth: 1, mayHost: true },
    page: ({ hostedSessionId }) => `/${hostedSessionId}`,
    filled: () => ({}),
  },
];

const LIST = (day: string) => `Titel\tDatum\tBörjar\tSlutar\nImporterad\t${day}\t09:00\t10:00`;

it("action organise/[eventSlug]/programme/import#importList: who may change the whole programme", async () => {
  expect(ACTIONS["action organise/[eventSlug]/programme/import#importList"]).toBe("editors");
  for (const where of HOUSES) {
    const house = running.world[where];
    const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
    const page = `/organise/${house.event.slug}/programme/import`;
    const posted = await readForm(running.app.url, page, running.cookies[mayCall[0] ?? "owner"], 0);
    const list = LIST(house.event.startsOn.toISOString().slice(0, 10));
    const filled = { list, reviewed: listKey(list), step: "import", locale: "sv" };
    const before = await programme(house);
    for (const role of ROLES.filter((each) => !mayCall.includes(each)))
      await postForm(running.app.url, posted, running.cookies[role], filled);
    expect(await programme(house), where).toEqual(before);
    for (const allowed of mayCall) {
      const answer = await postForm(running.app.url, posted, running.cookies[allowed], filled);
      // The second finds all of it there already.
      expect(answer.status).toBe(allowed === mayCall[0] ? 303 : 200);
    }
    expect((await programme(house)).sessions).toHaveLength(before.sessions.length + 1);
  }
});

it.each(FORMS)(
  "$action: who may change that programme, and the host of the session where it is its own",
  async (form) => {
    const { action, page, nth, mayHost, filled } = form;
    expect(ACTIONS[action]).toBe("editors");
    for (const where of HOUSES) {
      const house = running.world[where];
      const editors: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
      const mayCall: readonly Role[] = where === "own" && mayHost ? [...editors, "host"] : editors;
      for (const allowed of mayCall) {
        const path = `/organise/${house.event.slug}/programme${page(house)}`;
        const posted = await readForm(running.app.url, path, running.cookies[allowed], nth);
        // Whoever holds the form, only what the sender may do is done.
        const before = await programme(house);
        for (const role of refusedBeside(allowed, mayCall)) {
          await postForm(running.app.url, posted, running.cookies[role], filled(role, house));
          expect(await programme(house), `${role} at ${where}`).toEqual(before);
        }
        const answer = await postForm(running.app.url, posted, running.cookies[allowed], filled(allowed, house));
        expect(answer.status, `${allowed} at ${where}`).toBe(303);
        expect(await programme(house)).not.toEqual(before);
      }
    }
  },
);
