import { expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import { ACTIONS } from "../../support/authorisation/actions";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { type Role, refusedBeside } from "../../support/authorisation/roles";
import { runningWorld } from "../../support/authorisation/running-world";
import { HOUSES } from "../../support/authorisation/world";
import { createReminderRule } from "../../support/factories/reminder-rule";

const running = runningWorld();

const TIMING = { days: "5", direction: "before", anchor: "EVENT_START", time: "10:15" };

// Forms of the reminders' pages, in the order they stand there; `page` takes a rule's id.
const FORMS: {
  action: keyof typeof ACTIONS;
  page: (id: string) => string;
  form: number;
  filled: Record<string, string>;
}[] = [
  {
    action: "action organise/[eventSlug]/mail/reminders#add",
    page: () => "/new?kind=WAITLISTED",
    form: 0,
    filled: TIMING,
  },
  { action: "action organise/[eventSlug]/mail/reminders#change", page: (id) => `/${id}`, form: 0, filled: TIMING },
  { action: "action organise/[eventSlug]/mail/reminders#switchOne", page: (id) => `/${id}`, form: 2, filled: {} },
  // After the switches of the two rules that stand above it.
  { action: "action organise/[eventSlug]/mail/reminders#ladder", page: () => "", form: 2, filled: {} },
];

it.each(FORMS)("$action: nobody but who may change that event", async ({ action, form: nth, page, filled }) => {
  expect(ACTIONS[action]).toBe("editors");
  for (const where of HOUSES) {
    const { event, reminderId } = running.world[where];
    const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
    for (const allowed of mayCall) {
      await database().reminderRule.deleteMany({ where: { eventId: event.id, id: { not: reminderId } } });
      const wishes = { kind: "WAITLISTED", anchor: "EVENT_START", offsetDays: -2 } as const;
      const { id } = await createReminderRule(database(), event.id, wishes);
      const path = `/organise/${event.slug}/mail/reminders${page(id)}`;
      const form = await readForm(running.app.url, path, running.cookies[allowed], nth);
      const state = () => database().reminderRule.findMany({ where: { eventId: event.id }, orderBy: { id: "asc" } });
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
