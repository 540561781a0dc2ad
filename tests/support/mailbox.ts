import { setTimeout } from "node:timers/promises";
import { site } from "./site";

export type CaughtMail = {
  readonly from: string;
  readonly to: string | readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly attachments: readonly { readonly filename: string; readonly contentType: string; readonly text?: string }[];
  readonly receivedAt: string;
};

/** Everything the catcher holds for one address, newest first. */
export async function mailsTo(address: string): Promise<readonly CaughtMail[]> {
  const answer = await fetch(`${site().mailboxUrl}/messages.json`);
  if (!answer.ok) throw new Error(`the mail catcher answered ${answer.status}`);
  const mails = (await answer.json()) as CaughtMail[];
  return mails.filter((mail) => [mail.to].flat().some((to) => to.toLowerCase().includes(address.toLowerCase())));
}

/** Waits for a mail to the address whose subject matches; the newest one. Throws after the time given. */
export async function waitForMail(address: string, subject = /./, timeoutMs = 20_000): Promise<CaughtMail> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const mails = await mailsTo(address);
    const found = mails.find((mail) => subject.test(mail.subject));
    if (found) return found;
    if (performance.now() > deadline) {
      throw new Error(
        `no mail ${subject} to ${address}; it got: ${mails.map((mail) => mail.subject).join(", ") || "none"}`,
      );
    }
    await setTimeout(150);
  }
}

/** The first link in a mail's text that contains `part`. */
export function linkIn(mail: CaughtMail, part: string): string {
  const link = mail.text.match(/https?:\/\/[^\s<>"]+/g)?.find((candidate) => candidate.includes(part));
  if (!link) throw new Error(`no link with ${part} in the mail "${mail.subject}"`);
  return link;
}
