import type { SendMailOptions } from "nodemailer";
import { plainName } from "@/lib/core/plain-name";
import type { ClaimedMail, ComposedMail } from "./composed";
import { bounceAddress } from "./rules/bounce-address";
import type { Mailbox } from "./rules/sender";

type Sender = {
  readonly from: Mailbox;
  readonly host: string;
  readonly bounces?: string | undefined;
  /** Where a mail program asks for no more of this kind, for what can be declined. */
  readonly decline?: string | undefined;
};

/**
 * The message as the mailer takes it. Addresses are objects and the envelope is explicit, so that nothing in a name is ever
 * read as an address. The Message-ID is the row's own: sent twice, it is still one message. `bounces` is the address that
 * reports go to, with the row's id in it.
 */
export function envelope(
  mail: ClaimedMail,
  address: string,
  composed: ComposedMail,
  { from, host, bounces, decline }: Sender,
): SendMailOptions {
  const { subject, text, html, replyTo, calendar } = composed;
  return {
    messageId: `<${mail.id}@${host}>`,
    from,
    to: { name: plainName(mail.to.name ?? ""), address },
    ...(replyTo ? { replyTo: { name: plainName(replyTo.name), address: replyTo.email } } : {}),
    envelope: { from: bounces ? bounceAddress(bounces, mail.id) : from.address, to: [address] },
    subject: subject.replaceAll(/\s+/g, " "),
    text,
    html,
    // For programs that read the part beside the text, and for those that look for an attached file.
    ...(calendar ? { icalEvent: { ...calendar, filename: "event.ics" } } : {}),
    headers: {
      "Auto-Submitted": "auto-generated",
      "X-Auto-Response-Suppress": "OOF, AutoReply",
      "Content-Language": mail.locale,
      // One click, without anybody having to sign in anywhere (RFC 8058).
      ...(decline && { "List-Unsubscribe": `<${decline}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" }),
    },
  };
}
