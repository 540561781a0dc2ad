import { createTransport } from "nodemailer";
import { env } from "./env";
import { type MailSigning, mailSigning } from "./mail-signing";

export type Smtp = ReturnType<typeof openSmtp>;

/** Milliseconds that a server may take to accept a connection, to greet, and to say anything at all while in use. */
export type SmtpPatience = { readonly connect: number; readonly greet: number; readonly silence: number };

const PATIENCE: SmtpPatience = { connect: 10_000, greet: 10_000, silence: 20_000 };

/**
 * Which headers a signature covers: those that say from whom, to whom, what and where answers go, and both that let a recipient
 * decline (RFC 8058, 4, asks for them). Named twice, a header cannot be added on the way (RFC 6376, 8.15).
 */
const SIGNED = [
  ...["From", "From", "Reply-To", "Subject", "Subject", "Date", "To", "To", "Message-ID", "Auto-Submitted"],
  ...["MIME-Version", "Content-Type", "Content-Language", "List-Unsubscribe", "List-Unsubscribe-Post"],
].join(":");

/**
 * A pool of connections to the mail server of SMTP_URL. A server that hangs at any step is given up on. Messages never read
 * files or addresses by themselves, whatever their content says. Signed with DKIM where a key is configured.
 */
export function openSmtp(
  connections: number,
  url = env().SMTP_URL,
  patience: SmtpPatience = PATIENCE,
  signing: MailSigning | null = mailSigning(env()),
) {
  return createTransport({
    url,
    ...(signing && {
      dkim: {
        domainName: signing.domain,
        keySelector: signing.selector,
        privateKey: signing.privateKey,
        headerFieldNames: SIGNED,
      },
    }),
    pool: true,
    maxConnections: connections,
    maxMessages: 500,
    // A connection that breaks may have handed the mail over: the outbox decides whether and when it is tried again.
    maxRequeues: 0,
    dnsTimeout: patience.connect,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greet,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
