import { afterAll, afterEach, expect, it } from "vitest";
import { connect, database, useDatabase } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { AdmissionQueue } from "@/lib/registrations/admission/admission-queue";
import { answerPending } from "@/lib/registrations/commands/answer-pending";
import { cancelEvent } from "@/lib/registrations/commands/cancel-event";
import { substituteAttendee } from "@/lib/registrations/commands/substitute-attendee";
import { NOW } from "../support/clock";
import { createRegistration } from "../support/factories/registration";
import { inviter } from "../support/inviting";
import { application, person, scopeOf } from "../support/registering";
import { withoutLocks } from "../support/without-locks";

const ROUNDS = 6;
const own = database();
// Enough connections for the race to be one.
const wide = connect(env().DATABASE_URL, { poolSize: 20 });
useDatabase(wide);
afterEach(() => useDatabase(wide));
afterAll(async () => {
  useDatabase(own);
  await wide.$disconnect();
});

/**
 * People register through several processes' queues, are approved and hand their places over, all while the event is called off.
 * Returns who has a place, or may get one, without having been told.
 */
async function round(): Promise<string[]> {
  const { event, scope } = await inviter(NOW, "EDITOR", { capacity: 100 });
  const pending = await createRegistration(own, event, { state: "PENDING_APPROVAL" }, NOW);
  const holder = await scopeOf((await createRegistration(own, event, {}, NOW)).reference);
  const asking = await Promise.all(Array.from({ length: 12 }, () => application(event.slug, person(), NOW)));
  const actor = { kind: "USER", id: scope.userId } as const;
  const body = { name: "Ny Person", email: `ny-${event.slug}@example.org` };
  const approval = { answer: "approve", references: [pending.reference], reason: null } as const;
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
  await Promise.all([
    ...asking.map(async (one, index) => {
      await pause(index);
      return new AdmissionQueue().admit(one);
    }),
    substituteAttendee(holder, { body, actor }, NOW),
    answerPending(scope, approval, NOW),
    pause(6).then(() => cancelEvent(scope, { confirmed: true, message: "" }, NOW)),
  ]);
  const untold = await own.$queryRaw<{ email: string }[]>`
    SELECT r.email FROM registration r
     WHERE r.event_id = ${event.id}::uuid AND r.state IN ('CONFIRMED', 'PENDING_APPROVAL', 'WAITLISTED', 'OFFERED')
       AND NOT EXISTS (SELECT 1 FROM outbox_mail m WHERE m.registration_id = r.id AND m.message = 'event-cancelled')`;
  return untold.map(({ email }) => email);
}

it("leaves nobody with a place at a cancelled event who was not told", async () => {
  for (let count = 0; count < ROUNDS; count++) expect(await round()).toEqual([]);
});

it("would, without the locks", async () => {
  useDatabase(withoutLocks(wide));
  const untold: string[] = [];
  for (let count = 0; count < 10 * ROUNDS && untold.length === 0; count++) untold.push(...(await round()));
  expect(untold).not.toEqual([]);
});
