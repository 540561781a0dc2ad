import { describe, expect, it } from "vitest";
import { currentInstant } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { ACTIONS } from "../../support/authorisation/actions";
import { stateOf } from "../../support/authorisation/house-state";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { type Role, refusedBeside } from "../../support/authorisation/roles";
import { runningWorld } from "../../support/authorisation/running-world";
import { HOUSES } from "../../support/authorisation/world";
import { createEvent } from "../../support/factories/event";
import { createRegistration } from "../../support/factories/registration";
import { createUndelivered } from "../../support/factories/undelivered";

const running = runningWorld();

describe("every role at the actions about mail", () => {
  it.each([
    { action: "action organise/[eventSlug]/mail#sendAgain", form: 0 },
    { action: "action organise/[eventSlug]/mail#lift", form: 1 },
  ] as const)("$action: nobody but who may change that event", async ({ action, form: nth }) => {
    expect(ACTIONS[action]).toBe("editors");
    for (const where of HOUSES) {
      const house = running.world[where];
      const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
      for (const allowed of mayCall) {
        const { organisationId, registrationId, secrets } = house;
        const about = { organisationId, eventId: house.event.id, registrationId, ...secrets };
        const mailId = await createUndelivered(database(), about, currentInstant());
        const form = await readForm(
          running.app.url,
          `/organise/${house.event.slug}/mail?mail=${mailId}`,
          running.cookies[allowed],
          nth,
        );
        const before = await stateOf(house);
        for (const role of refusedBeside(allowed, mayCall)) {
          await postForm(running.app.url, form, running.cookies[role]);
          expect(await stateOf(house), `${role} at ${where}`).toEqual(before);
        }
        const answer = await postForm(running.app.url, form, running.cookies[allowed]);
        expect(answer.status, `${allowed} at ${where}`).toBe(303);
        expect(await stateOf(house)).not.toEqual(before);
      }
    }
  });

  it("action organise/[eventSlug]/cancel#cancel: nobody but who may change that event calls it off", async () => {
    expect(ACTIONS["action organise/[eventSlug]/cancel#cancel"]).toBe("editors");
    for (const where of HOUSES) {
      const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
      for (const allowed of mayCall) {
        // An event of its own: what is called off stays so.
        const { organisationId } = running.world[where];
        const { id, slug } = await createEvent(database(), { organisationId }, currentInstant());
        const form = await readForm(running.app.url, `/organise/${slug}/cancel`, running.cookies[allowed], 0);
        const status = async () => (await database().event.findUniqueOrThrow({ where: { id } })).status;
        for (const role of refusedBeside(allowed, mayCall)) {
          await postForm(running.app.url, form, running.cookies[role], { confirmed: "yes" });
          expect(await status(), `${role} at ${where}`).toBe("PUBLISHED");
        }
        await postForm(running.app.url, form, running.cookies[allowed], { confirmed: "yes" });
        expect(await status(), `${allowed} at ${where}`).toBe("CANCELLED");
      }
    }
  });

  it("action organise/[eventSlug]/mail/changes#tell: nobody but who may change that event tells what has changed", async () => {
    expect(ACTIONS["action organise/[eventSlug]/mail/changes#tell"]).toBe("editors");
    for (const where of HOUSES) {
      const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
      for (const allowed of mayCall) {
        const { organisationId } = running.world[where];
        const event = await createEvent(database(), { organisationId }, currentInstant());
        await createRegistration(database(), event, {}, currentInstant().subtract({ hours: 1 }));
        await database()
          .$executeRaw`UPDATE event_day SET closes_at = closes_at + interval '1 hour' WHERE event_id = ${event.id}::uuid`;
        const page = `/organise/${event.slug}/mail/changes`;
        const form = await readForm(running.app.url, page, running.cookies[allowed], 0);
        const told = () => database().eventChange.count({ where: { eventId: event.id, toldAt: { not: null } } });
        for (const role of refusedBeside(allowed, mayCall)) {
          await postForm(running.app.url, form, running.cookies[role]);
          expect(await told(), `${role} at ${where}`).toBe(0);
        }
        await postForm(running.app.url, form, running.cookies[allowed]);
        expect(await told(), `${allowed} at ${where}`).toBe(1);
      }
    }
  });
});
