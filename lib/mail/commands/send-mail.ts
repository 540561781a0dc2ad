import type { SendMailOptions } from "nodemailer";
import type { Temporal } from "temporal-polyfill";
import { withDeclineLine } from "@/emails/decline-line";
import { inOwnWords } from "@/emails/own-words";
import { render } from "@/emails/render";
import { parseEmailAddress } from "@/lib/core/email-address";
import { localePath } from "@/lib/i18n/paths";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import type { Smtp } from "@/lib/platform/smtp";
import type { ClaimedMail, ComposedMail, Composers } from "../composed";
import { envelope } from "../envelope";
import { mailClass } from "../rules/mail-class";
import { mailToken } from "../rules/mail-token";
import { SENDING_SECONDS } from "../rules/patience";
import type { Mailbox } from "../rules/sender";
import { smtpFailure } from "../rules/smtp-failure";
import { suppressionReason, whatSuppresses } from "../rules/suppression";

/** What became of one attempt. `reason` is codes and kinds of errors, never an address. */
export type Attempt =
  | { readonly outcome: "sent" | "obsolete" }
  | { readonly outcome: "retry" | "suppressed"; readonly reason: string }
  /** `deadAddress`: the enhanced status code, when no mail to this address will ever be taken. */
  | { readonly outcome: "failed"; readonly reason: string; readonly deadAddress?: string };

/** What a worker sends with. `host` is the right-hand side of Message-IDs. */
export type Sending = {
  readonly composers: Composers;
  readonly smtp: Smtp;
  readonly from: Mailbox;
  readonly host: string;
  /** Where mail servers report to what they could not deliver; the sender itself when there is no such address. */
  readonly bounces?: string | undefined;
};

/** Composes one claimed mail from the state at `now`; what became of it, when it is not to be sent. Never throws. */
export async function composeMail(
  mail: ClaimedMail,
  sending: Sending,
  now: Temporal.Instant,
): Promise<{ readonly message: SendMailOptions } | Attempt> {
  const address = parseEmailAddress(mail.to.email)?.address;
  if (!address) return { outcome: "failed", reason: "invalid address" };
  const suppression = whatSuppresses(mail);
  if (suppression) return { outcome: "suppressed", reason: suppressionReason(suppression) };
  const composer = Object.hasOwn(sending.composers, mail.message)
    ? sending.composers[mail.message as keyof Composers]
    : undefined;
  if (!composer) return { outcome: "retry", reason: `no composer for ${mail.message}` };
  try {
    const composed = await composer(mail, now);
    if (composed === "obsolete") return { outcome: composed };
    const declinable = mail.organisationId !== null && mailClass(mail.message) !== null;
    const token = declinable ? mailToken(mail.id, env().AUTH_SECRET) : null;
    const { APP_URL } = env();
    const page = token && APP_URL + localePath(mail.locale, `/u/${token}`);
    const letter = withDeclineLine(inOrganisersWords(composed, mail), page, mail.locale);
    const decline = token ? `${APP_URL}/api/mail/unsubscribe/${token}` : undefined;
    return { message: envelope(mail, address, letter, { ...sending, decline }) };
  } catch (error) {
    log.error({ err: error, mail: mail.id, message: mail.message }, "a mail could not be composed");
    return { outcome: "retry", reason: "not composed" };
  }
}

/** The mail as its organiser has worded it, where they have. */
function inOrganisersWords(composed: ComposedMail, { ownWords }: ClaimedMail): ComposedMail {
  return ownWords && composed.letter ? { ...composed, ...render(inOwnWords(composed.letter, ownWords)) } : composed;
}

/** Hands a composed mail to the mail server. Never throws. */
export async function handOver({ smtp }: Sending, message: SendMailOptions): Promise<Attempt> {
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<"too slow">((resolve) => {
    timer = setTimeout(() => resolve("too slow"), SENDING_SECONDS * 1000);
  });
  try {
    const first = await Promise.race([smtp.sendMail(message), deadline]);
    return first === "too slow" ? { outcome: "retry", reason: first } : { outcome: "sent" };
  } catch (error) {
    const { permanent, reason, status, isAddressDead } = smtpFailure(error);
    if (!permanent) return { outcome: "retry", reason };
    return { outcome: "failed", reason, ...(isAddressDead && status && { deadAddress: status }) };
  } finally {
    clearTimeout(timer);
  }
}
