import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

/** What the server says at a step: nothing is yes, a number or "550 5.1.1 …" is that reply, "hang" is silence for ever. */
export type Say = number | `${number} ${string}` | "hang" | undefined;

export type SmtpBehaviour = {
  readonly connect?: () => Say;
  readonly recipient?: (address: string) => Say;
  /** After the whole message has been read, and kept. */
  readonly accept?: (mail: ParsedMail) => Say;
};

export type TestSmtp = {
  readonly url: string;
  /** Every message whose data arrived, acknowledged or not, oldest first. */
  readonly mails: ParsedMail[];
  /** Recipients as the envelope named them, in the same order. */
  readonly recipients: string[][];
  /** Envelope senders, in the same order. */
  readonly senders: string[];
  behave: SmtpBehaviour;
  readonly stop: () => Promise<void>;
};

/** A real mail server on a free port that does as it is told. */
export async function startSmtp(behave: SmtpBehaviour = {}): Promise<TestSmtp> {
  const mails: ParsedMail[] = [];
  const recipients: string[][] = [];
  const senders: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    closeTimeout: 100,
    onConnect: (_session, answer) => reply(smtp.behave.connect?.(), answer),
    onRcptTo: ({ address }, _session, answer) => reply(smtp.behave.recipient?.(address), answer),
    onData(stream, session, answer) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        recipients.push(session.envelope.rcptTo.map(({ address }) => address));
        senders.push(session.envelope.mailFrom ? session.envelope.mailFrom.address : "");
        reply(smtp.behave.accept?.(mail), answer);
      }, answer);
    },
  });
  // A client that is killed leaves a broken connection behind.
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  const smtp: TestSmtp = {
    url: `smtp://127.0.0.1:${(listening.address() as AddressInfo).port}`,
    mails,
    recipients,
    senders,
    behave,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
  return smtp;
}

function reply(say: Say, answer: (error?: Error | null) => void): void {
  if (say === "hang") return;
  const [code, ...words] = String(say).split(" ");
  if (say === undefined) answer(null);
  else answer(Object.assign(new Error(words.join(" ") || `${say} as told`), { responseCode: Number(code) }));
}
