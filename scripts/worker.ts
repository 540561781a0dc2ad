// The worker's process: sends what the outbox holds and does what happens by the clock. Any number may run side by side.
import { randomUUID } from "node:crypto";
import { signInMails } from "@/lib/auth/mails";
import { currentInstant } from "@/lib/core/clock";
import { deliverUntil, LANES } from "@/lib/mail/delivery";
import { parseSender } from "@/lib/mail/rules/sender";
import { mailingMails } from "@/lib/mailings/mails";
import { memberMails } from "@/lib/members/mails";
import { database } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { beat } from "@/lib/platform/heartbeat";
import { log } from "@/lib/platform/log";
import { openSmtp } from "@/lib/platform/smtp";
import { speakerMails } from "@/lib/programme/mails";
import { registrationMails } from "@/lib/registrations/mails";
import { afterwardsMails } from "@/lib/registrations/mails/afterwards";
import { bookingMails } from "@/lib/registrations/mails/booking";
import { eventMails } from "@/lib/registrations/mails/event";
import { changeMails } from "@/lib/registrations/mails/event-changed";
import { invitationMails } from "@/lib/registrations/mails/invitations";
import { selfServiceMails } from "@/lib/registrations/mails/self-service";
import { waitingMails } from "@/lib/registrations/mails/waiting";
import { reminderMails } from "@/lib/reminders/mails";
import { askedToStop, endAfter, reportReady, runEntry } from "./process-life";
import { startSchedule } from "./worker/schedule";

const BEAT_EVERY_MS = 10_000;

await runEntry(async () => {
  const settings = env();
  const name = `worker-${randomUUID()}`;
  const smtp = openSmtp(LANES);
  const sending = {
    smtp,
    composers: {
      ...registrationMails,
      ...selfServiceMails,
      ...waitingMails,
      ...bookingMails,
      ...invitationMails,
      ...eventMails,
      ...changeMails,
      ...reminderMails,
      ...speakerMails,
      ...afterwardsMails,
      ...mailingMails,
      ...signInMails,
      ...memberMails,
    },
    from: parseSender(settings.MAIL_FROM),
    host: new URL(settings.APP_URL).hostname,
    bounces: settings.MAIL_ENVELOPE,
  };
  const signOfLife = () =>
    beat(name, currentInstant()).catch((error: unknown) => log.error({ err: error }, "no sign of life could be left"));

  await signOfLife();
  const beating = setInterval(() => void signOfLife(), BEAT_EVERY_MS);
  const stop = new AbortController();
  const delivery = deliverUntil(stop.signal, sending, currentInstant);
  const schedule = await startSchedule(settings.DATABASE_URL);
  log.info({ lanes: LANES }, "worker is sending");
  reportReady();

  await askedToStop();
  await endAfter(async () => {
    stop.abort();
    clearInterval(beating);
    await Promise.all([delivery, schedule.stop()]);
    smtp.close();
    await database().$disconnect();
  });
});
