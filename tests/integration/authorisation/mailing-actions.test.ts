import { afterAll, beforeAll, expect, it } from "vitest";
import { currentInstant } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import type { AppProcess } from "../../bench/app-process";
import { ACTIONS } from "../../support/authorisation/actions";
import { postForm, readForm } from "../../support/authorisation/post-form";
import { cookiesOf, ROLES, type Role } from "../../support/authorisation/roles";
import { createWorld, HOUSES, type World } from "../../support/authorisation/world";
import { createMailing } from "../../support/factories/mailing";
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
    const { event, registrationId } = world[where];
    const mayCall: readonly Role[] = where === "own" ? ["owner", "editor"] : ["stranger"];
    for (const allowed of mayCall) {
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
      const form = await readForm(app.url, `/organise/${event.slug}/mailings/${page}`, cookies[allowed], nth);
      const state = async () => ({
        mailings: await database().mailing.findMany({ where: { eventId: event.id }, orderBy: { id: "asc" } }),
        mails: await database().outboxMail.count({ where: { eventId: event.id, message: { startsWith: "mailing" } } }),
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
