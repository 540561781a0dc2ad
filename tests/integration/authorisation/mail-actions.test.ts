import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { currentInstant } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import type { AppProcess } from "../../bench/app-process";
import { ACTIONS } from "../../support/authorisation/actions";
import { stateOf } from "../../support/authorisation/house-state";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { cookiesOf, ROLES, type Role } from "../../support/authorisation/roles";
import { createWorld, HOUSES, type World } from "../../support/authorisation/world";
import { createUndelivered } from "../../support/factories/undelivered";
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

describe("every role at the actions about mail", () => {
  it.each([
    { action: "action organise/[eventSlug]/mail#sendAgain", form: 0 },
    { action: "action organise/[eventSlug]/mail#lift", form: 1 },
  ] as const)("$action: nobody but who may change that event", async ({ action, form: nth }) => {
    expect(ACTIONS[action]).toBe("editors");
    for (const where of HOUSES) {
      const house = world[where];
      const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
      for (const allowed of mayCall) {
        const { organisationId, registrationId, secrets } = house;
        const about = { organisationId, eventId: house.event.id, registrationId, ...secrets };
        const mailId = await createUndelivered(database(), about, currentInstant());
        const form = await readForm(
          app.url,
          `/organise/${house.event.slug}/mail?mail=${mailId}`,
          cookies[allowed],
          nth,
        );
        const before = await stateOf(house);
        for (const role of ROLES.filter((each) => !mayCall.includes(each))) {
          await postForm(app.url, form, cookies[role]);
          expect(await stateOf(house), `${role} at ${where}`).toEqual(before);
        }
        const answer = await postForm(app.url, form, cookies[allowed]);
        expect(answer.status, `${allowed} at ${where}`).toBe(303);
        expect(await stateOf(house)).not.toEqual(before);
      }
    }
  });
});
