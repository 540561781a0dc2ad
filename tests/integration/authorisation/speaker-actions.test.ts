import { describe, expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { ACTIONS } from "../../support/authorisation/actions";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { openLink, ROLES, type Role, refusedBeside } from "../../support/authorisation/roles";
import { runningWorld } from "../../support/authorisation/running-world";
import { HOUSES, type House } from "../../support/authorisation/world";

const running = runningWorld();

/** All that these actions can change at a house's event. */
async function stateOf({ event, speakerId }: House) {
  const where = { eventId: event.id };
  return {
    invitations: await database().speakerInvitation.findMany({ where, omit: { told: true } }),
    materials: await database().material.findMany({ where, orderBy: { id: "asc" } }),
    evaluation: await database().event.findUnique({ where: { id: event.id }, select: { evaluationUrl: true } }),
    speaker: await database().speaker.findUnique({ where: { id: speakerId } }),
  };
}

describe("what a speaker may do about slides", () => {
  it.each([
    ["action speak#handIn", 0, { link: "https://example.org/bilder", consent: "yes" }],
    ["action speak#takeBack", 1, {}],
  ] as const)("%s: nobody but the speaker of that session", async (action, nth, filled) => {
    expect(ACTIONS[action]).toBe("speaker");
    for (const where of HOUSES) {
      const house = running.world[where];
      const cookie = await openLink(house, "speaker", running.app.url);
      const form = await readForm(running.app.url, "/speak", cookie, nth);
      const before = await stateOf(house);
      for (const role of ROLES.filter((each) => each !== "speaker" || where === "foreign")) {
        await postForm(running.app.url, form, running.cookies[role], filled);
        expect(await stateOf(house), `${role} at ${where}`).toEqual(before);
      }
      const answer = await postForm(running.app.url, form, cookie, filled);
      expect(answer.status, where).toBe(303);
      expect(await stateOf(house)).not.toEqual(before);
    }
  });
});

describe("what an organiser may do about speakers and materials", () => {
  const TOOLS: {
    action: keyof typeof ACTIONS;
    form: number;
    page: (house: House) => string;
    filled: (role: Role, house: House) => Record<string, string>;
  }[] = [
    {
      ...{ action: "action organise/[eventSlug]/speakers#invite", form: 0, page: () => "" },
      filled: (_, { speakerId }) => ({ speaker: speakerId }),
    },
    {
      ...{ action: "action organise/[eventSlug]/speakers#decide", form: 1, page: () => "" },
      filled: (role, { materialId }) => ({
        ...{ material: materialId, decision: "publish" },
        publicOn: role === "editor" ? "2020-02-01" : "2020-01-02",
      }),
    },
    {
      ...{ action: "action organise/[eventSlug]/speakers#add", form: 2, page: () => "" },
      filled: () => ({ titleSv: "Rapport", link: "https://example.org/rapport" }),
    },
    {
      ...{ action: "action organise/[eventSlug]/speakers#evaluation", form: 3, page: () => "" },
      filled: (role) => ({ evaluation: `https://example.org/${role}` }),
    },
    {
      action: "action organise/[eventSlug]/speakers/[speaker]#save",
      form: 0,
      page: ({ speakerId }) => `/${speakerId}`,
      filled: (role) => ({ name: `Ny ${role}` }),
    },
  ];
  it.each(TOOLS)("$action: nobody but who may change that event", async ({ action, form: nth, page, filled }) => {
    expect(ACTIONS[action]).toBe("editors");
    for (const where of HOUSES) {
      const house = running.world[where];
      const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
      for (const allowed of mayCall) {
        const path = `/organise/${house.event.slug}/speakers${page(house)}`;
        const form = await readForm(running.app.url, path, running.cookies[allowed], nth);
        const before = await stateOf(house);
        for (const role of refusedBeside(allowed, mayCall)) {
          await postForm(running.app.url, form, running.cookies[role], filled(role, house));
          expect(await stateOf(house), `${role} at ${where}`).toEqual(before);
        }
        const answer = await postForm(running.app.url, form, running.cookies[allowed], filled(allowed, house));
        expect(answer.status, `${allowed} at ${where}`).toBe(303);
        expect(await stateOf(house)).not.toEqual(before);
      }
    }
  });
});
