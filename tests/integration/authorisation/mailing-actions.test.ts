import { expect, it } from "vitest";
import { currentInstant } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { ACTIONS } from "../../support/authorisation/actions";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { type Role, refusedBeside } from "../../support/authorisation/roles";
import { runningWorld } from "../../support/authorisation/running-world";
import { HOUSES } from "../../support/authorisation/world";
import { createMailing } from "../../support/factories/mailing";
import { createRegistration } from "../../support/factories/registration";

const running = runningWorld();

const TEXT = { subjectSv: "Ändrat", bodySv: "Text", subjectEn: "", bodyEn: "" };

// Forms of a mailing's pages, in the order they stand there.
const FORMS: { action: keyof typeof ACTIONS; form: number; filled: Record<string, string>; isSent?: boolean }[] = [
  { action: "action organise/[eventSlug]/mailings#start", form: 0, filled: TEXT },
  { action: "action organise/[eventSlug]/mailings#save", form: 0, filled: TEXT },
  { action: "action organise/[eventSlug]/mailings#test", form: 1, filled: {} },
  { action: "action organise/[eventSlug]/mailings#send", form: 2, filled: { date: "", time: "" } },
  { action: "action organise/[eventSlug]/mailings#remove", form: 3, filled: {} },
  { action: "action organise/[eventSlug]/mailings#stop", form: 0, filled: {}, isSent: true },
];

it.each(FORMS)("$action: nobody but who may change that event", async ({ action, form: nth, filled, isSent }) => {
  expect(ACTIONS[action]).toBe("editors");
  for (const where of HOUSES) {
    const { event, registrationId } = running.world[where];
    const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
    for (const allowed of mayCall) {
      // Somebody whose address takes mail.
      await createRegistration(database(), event, {}, currentInstant());
      const leavesAt = new Date(currentInstant().add({ hours: 1 }).epochMilliseconds);
      const { id } = await createMailing(
        database(),
        event.id,
        isSent ? { state: "QUEUED", recipients: 1, leavesAt } : {},
      );
      if (isSent)
        await database().outboxMail.create({
          data: {
            ...{ eventId: event.id, registrationId, message: "mailing", locale: "sv", toEmail: "x@example.org" },
            ...{ params: { mailing: id }, notBefore: leavesAt },
          },
        });
      const page = action.endsWith("#start") ? "new?status=confirmed" : id;
      const form = await readForm(
        running.app.url,
        `/organise/${event.slug}/mailings/${page}`,
        running.cookies[allowed],
        nth,
      );
      const state = async () => ({
        mailings: await database().mailing.findMany({ where: { eventId: event.id }, orderBy: { id: "asc" } }),
        mails: await database().outboxMail.count({ where: { eventId: event.id, message: { startsWith: "mailing" } } }),
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
