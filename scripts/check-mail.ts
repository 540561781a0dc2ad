// `npm run check-mail`: is my mail set up right? Signs in at the mail server and looks up what receivers look up. Sends nothing.
import { Resolver } from "node:dns/promises";
import type { Finding } from "@/lib/mail/rules/mail-records";
import { parseSender } from "@/lib/mail/rules/sender";
import { EnvError, readStartEnv } from "@/lib/platform/env";
import { mailSigning } from "@/lib/platform/mail-signing";
import { checkDns } from "./check-mail/dns-check";
import { checkSmtp } from "./check-mail/smtp-check";

const MARKS: Record<Finding["level"], string> = {
  ok: "ok     ",
  warning: "look at",
  error: "WRONG  ",
  unknown: "unknown",
};

async function findings(): Promise<Finding[]> {
  const settings = readStartEnv(process.env);
  const signing = mailSigning(settings);
  const from = domainOf(parseSender(settings.MAIL_FROM).address);
  const envelope = settings.MAIL_ENVELOPE ? domainOf(settings.MAIL_ENVELOPE) : from;
  // Another name server than this machine's: `npm run check-mail -- 9.9.9.9`.
  const names = new Resolver({ timeout: 3_000, tries: 2 });
  const [server] = process.argv.slice(2);
  if (server) names.setServers([server]);
  const looked = { from, envelope, takesReports: settings.MAIL_ENVELOPE !== undefined, signing };
  const smtp = settings.SMTP_URL;
  return [
    ...(smtp
      ? await checkSmtp(smtp)
      : [
          {
            level: "error" as const,
            text: "SMTP: SMTP_URL is not set. Mail goes to the built-in mail catcher and reaches nobody.",
          },
        ]),
    ...(await checkDns(names, looked)),
  ];
}

const domainOf = (address: string) => address.slice(address.lastIndexOf("@") + 1);

try {
  const found = await findings();
  for (const { level, text } of found) console.log(`${MARKS[level]}  ${text}`);
  const wrong = found.filter(({ level }) => level === "error").length;
  console.log(wrong === 0 ? "\nNothing is wrong." : `\n${wrong} ${wrong === 1 ? "thing is" : "things are"} wrong.`);
  process.exitCode = wrong === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof EnvError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
