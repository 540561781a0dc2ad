import { expect, it } from "vitest";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { ACTIONS } from "../../support/authorisation/actions";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { type Role, refusedBeside } from "../../support/authorisation/roles";
import { runningWorld } from "../../support/authorisation/running-world";
import { HOUSES } from "../../support/authorisation/world";

const running = runningWorld();
const WORDS = { subject: "Ändrat", body: "Text" };

// Forms of the page, in the order they stand there for the first language.
const FORMS: { action: keyof typeof ACTIONS; form: number; filled: Record<string, string>; inUse: boolean }[] = [
  { action: "action organise/[eventSlug]/mail/texts/[message]#change", form: 0, filled: WORDS, inUse: true },
  { action: "action organise/[eventSlug]/mail/texts/[message]#reset", form: 1, filled: {}, inUse: true },
  { action: "action organise/[eventSlug]/mail/texts/[message]#restore", form: 1, filled: {}, inUse: false },
  { action: "action organise/[eventSlug]/mail/texts/[message]#test", form: 2, filled: {}, inUse: true },
];

it.each(FORMS)("$action: nobody but who may change that event", async ({ action, form: nth, filled, inUse }) => {
  expect(ACTIONS[action]).toBe("editors");
  for (const where of HOUSES) {
    const { event } = running.world[where];
    const which = { eventId: event.id, message: "registration-confirmed" };
    const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
    for (const allowed of mayCall) {
      await database().ownText.deleteMany({ where: which });
      const more = { userId: event.id, changedAt: toTimestamp(currentInstant()), inUse };
      const texts = (["sv", "en"] as const).map((locale) => ({
        ...which,
        locale,
        subject: "Eget",
        body: "Vårt",
        ...more,
      }));
      await database().ownText.createMany({ data: texts });
      const path = `/organise/${event.slug}/mail/texts/registration-confirmed`;
      const form = await readForm(running.app.url, path, running.cookies[allowed], nth);
      const state = async () => ({
        texts: await database().ownText.findMany({ where: { eventId: event.id }, orderBy: { locale: "asc" } }),
        mails: await database().outboxMail.count({ where: { eventId: event.id, message: "mailing-test" } }),
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
