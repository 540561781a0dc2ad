import { createTransport } from "nodemailer";
import { env } from "./env";

export type Smtp = ReturnType<typeof openSmtp>;

/** Milliseconds that a server may take to accept a connection, to greet, and to say anything at all while in use. */
export type SmtpPatience = { readonly connect: number; readonly greet: number; readonly silence: number };

const PATIENCE: SmtpPatience = { connect: 10_000, greet: 10_000, silence: 20_000 };

/**
 * A pool of connections to the mail server of SMTP_URL. A server that hangs at any step is given up on. Messages never read
 * files or addresses by themselves, whatever their content says.
 */
export function openSmtp(connections: number, url = env().SMTP_URL, patience: SmtpPatience = PATIENCE) {
  return createTransport({
    url,
    pool: true,
    maxConnections: connections,
    maxMessages: 500,
    dnsTimeout: patience.connect,
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greet,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
}
