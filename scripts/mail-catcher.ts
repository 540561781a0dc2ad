// Catches what the product sends on this machine: SMTP in, a mailbox page out. Nothing goes any further.
import { once } from "node:events";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { readStartEnv } from "@/lib/platform/env";
import { CaughtMails } from "./mail-catcher/caught-mails";
import { mailboxServer } from "./mail-catcher/mailbox-server";
import { askedToStop, endAfter, reportReady, runEntry } from "./process-life";

const LARGEST_MAIL = 25 * 1024 * 1024;

await runEntry(async () => {
  const { DATA_DIR, SMTP_PORT, MAILBOX_PORT } = readStartEnv(process.env);
  const mails = await CaughtMails.open(join(DATA_DIR, "mail"));
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: "anyone" }),
    size: LARGEST_MAIL,
    disableReverseLookup: true,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        mails.add(Buffer.concat(chunks), toTimestamp(currentInstant())).then(() => done(), done);
      });
    },
  });
  // A client that hangs up in the middle is its own affair.
  smtp.on("error", () => undefined);
  await new Promise<void>((resolve, reject) => {
    smtp.server.once("error", reject);
    smtp.listen(SMTP_PORT, "127.0.0.1", resolve);
  });
  const mailbox = mailboxServer(mails).listen(MAILBOX_PORT, "127.0.0.1");
  await once(mailbox, "listening");
  reportReady();
  await askedToStop();
  await endAfter(async () => {
    mailbox.close();
    mailbox.closeAllConnections();
    await new Promise<void>((resolve) => smtp.close(resolve));
  });
});
