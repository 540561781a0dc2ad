import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { ACTIONS } from "../../support/authorisation/actions";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { ROLES, type Role } from "../../support/authorisation/roles";
import { runningWorld } from "../../support/authorisation/running-world";
import { HOUSES } from "../../support/authorisation/world";

const running = runningWorld();

it("action organise/[eventSlug]/speakers#invite: nobody but who may change that event", async () => {
  expect(ACTIONS["action organise/[eventSlug]/speakers#invite"]).toBe("editors");
  for (const where of HOUSES) {
    const { event, speakerId } = running.world[where];
    const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
    for (const allowed of mayCall) {
      const path = `/organise/${event.slug}/speakers`;
      const form = await readForm(running.app.url, path, running.cookies[allowed], 0);
      const state = () => database().speakerInvitation.findMany({ where: { eventId: event.id } });
      const before = await state();
      for (const role of ROLES.filter((each) => !mayCall.includes(each))) {
        await postForm(running.app.url, form, running.cookies[role], { speaker: speakerId });
        expect(await state(), `${role} at ${where}`).toEqual(before);
      }
      const answer = await postForm(running.app.url, form, running.cookies[allowed], { speaker: speakerId });
      expect(answer.status, `${allowed} at ${where}`).toBe(303);
      expect(await state()).not.toEqual(before);
    }
  }
});
