import { Logger, parseCrontab, type Runner, run } from "graphile-worker";
import { deleteExpiredSecrets } from "@/lib/auth/commands/delete-expired-secrets";
import { carryOnBulkChanges } from "@/lib/bulk/commands/carry-out-bulk-change";
import { currentInstant } from "@/lib/core/clock";
import { log } from "@/lib/platform/log";
import { deleteExpiredRateLimits } from "@/lib/platform/rate-limit";
import { tellSpeakers } from "@/lib/programme/commands/tell-speakers";
import { announceMaterials } from "@/lib/registrations/commands/announce-materials";
import { deleteExpiredNeeds } from "@/lib/registrations/commands/delete-expired-needs";
import { deleteOldIdempotencyKeys } from "@/lib/registrations/commands/delete-old-idempotency-keys";
import { deleteUnclaimedUploads } from "@/lib/registrations/commands/delete-unclaimed-uploads";
import { letHoldsLapse } from "@/lib/registrations/commands/let-holds-lapse";
import { letOffersLapse } from "@/lib/registrations/commands/let-offers-lapse";
import { offerEverywhere } from "@/lib/registrations/commands/offer-freed-places";
import { enqueueDueReminders } from "@/lib/reminders/commands/enqueue-due-reminders";
import { enforceRetention } from "@/lib/retention/commands/enforce-retention";

/** Every minute: reminders, what speakers and attendees are to be told, offers that run out and places to offer, and changes of many people that are not done. Every hour, off the full one: what has passed its day. A job that still waits is not added twice. */
const CRONTAB = `
* * * * * enqueue-reminders ?jobKey=enqueue-reminders&max=1
* * * * * tell-speakers ?jobKey=tell-speakers&max=1
* * * * * announce-materials ?jobKey=announce-materials&max=1
* * * * * offer-places ?jobKey=offer-places&max=1
* * * * * carry-on ?jobKey=carry-on&max=1
7 * * * * delete-expired ?jobKey=delete-expired&max=3
37 * * * * enforce-retention ?jobKey=enforce-retention&max=3
`;

const TASKS = {
  async "enqueue-reminders"() {
    const { runs, mails, missed } = await enqueueDueReminders(currentInstant());
    if (runs + missed > 0) log.info({ runs, mails, missed }, "reminders");
  },
  async "tell-speakers"() {
    const mails = await tellSpeakers(currentInstant());
    if (mails > 0) log.info({ mails }, "speakers told of changes");
  },
  async "announce-materials"() {
    const mails = await announceMaterials(currentInstant());
    if (mails > 0) log.info({ mails }, "materials announced");
  },
  async "offer-places"() {
    const now = currentInstant();
    const lapsed = (await letOffersLapse(now)) + (await letHoldsLapse(now));
    const offered = await offerEverywhere(now);
    if (lapsed + offered > 0) log.info({ lapsed, offered }, "offers");
  },
  async "carry-on"() {
    const people = await carryOnBulkChanges(currentInstant().add({ seconds: 50 }), currentInstant);
    if (people > 0) log.info({ people }, "changed many at once");
  },
  async "delete-expired"() {
    const now = currentInstant();
    const secrets = await deleteExpiredSecrets(now);
    const needs = await deleteExpiredNeeds(now);
    const uploads = await deleteUnclaimedUploads(now);
    const keys = await deleteOldIdempotencyKeys(now);
    const rateLimits = await deleteExpiredRateLimits(now);
    log.info({ secrets, needs, uploads, keys, rateLimits }, "deleted what has expired");
  },
  async "enforce-retention"() {
    for (const { eventId, dataClass, count } of await enforceRetention(currentInstant()))
      log.info({ eventId, dataClass, count }, "deleted by a retention rule");
  },
};

/** Its own words would tell little; what fails is told once, by us. */
const logger = new Logger(() => (level, message) => {
  if (level === "error") log.error(message);
  if (level === "warning") log.warn(message);
});

/** Runs what happens by the clock. Of several workers, one does each turn. */
export function startSchedule(databaseUrl: string): Promise<Runner> {
  return run({
    connectionString: databaseUrl,
    maxPoolSize: 3,
    // A long change of many people keeps nobody from reminders and offers.
    concurrency: 2,
    pollInterval: 2_000,
    noHandleSignals: true,
    taskList: TASKS,
    parsedCronItems: parseCrontab(CRONTAB),
    logger,
  });
}
