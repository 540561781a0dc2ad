import type { Temporal } from "temporal-polyfill";
import { signInMails } from "@/lib/auth/mails";
import { claimMails } from "@/lib/mail/commands/claim-mails";
import { recordAttempt } from "@/lib/mail/commands/record-attempt";
import { composeMail, handOver, type Sending } from "@/lib/mail/commands/send-mail";
import { mailingMails } from "@/lib/mailings/mails";
import { memberMails } from "@/lib/members/mails";
import { openSmtp, type SmtpPatience } from "@/lib/platform/smtp";
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

/** Less than the worker waits, for tests in which the server is silent. */
export const HURRIED: SmtpPatience = { connect: 2_000, greet: 1_500, silence: 1_500 };
/** As the worker: the server is good and the machine may be busy. */
const PATIENT: SmtpPatience = { connect: 10_000, greet: 10_000, silence: 20_000 };

/** What the worker sends with, to a mail server of the test. */
export function sendingTo(url: string, connections = 4, patience = PATIENT, more: Partial<Sending> = {}): Sending {
  return {
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
    smtp: openSmtp(connections, url, patience),
    from: { name: "Samling", address: "no-reply@samling.example.org" },
    host: "samling.example.org",
    ...more,
  };
}

/** Sends all that is due at one moment, as the worker would if its clock stood still. Returns the outcomes in order. */
export async function deliverDue(
  smtp: { readonly url: string },
  now: Temporal.Instant,
  patience?: SmtpPatience,
  more: Partial<Sending> = {},
): Promise<string[]> {
  const sending = sendingTo(smtp.url, 4, patience, more);
  const outcomes: string[] = [];
  try {
    for (let mails = await claimMails(8, now); mails.length > 0; mails = await claimMails(8, now)) {
      const attempts = await Promise.all(
        mails.map(async (mail) => {
          const composed = await composeMail(mail, sending, now);
          const attempt = "message" in composed ? await handOver(sending, composed.message) : composed;
          await recordAttempt(mail, attempt, now);
          return attempt.outcome;
        }),
      );
      outcomes.push(...attempts);
    }
  } finally {
    sending.smtp.close();
  }
  return outcomes;
}
