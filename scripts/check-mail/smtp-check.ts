import { once } from "node:events";
import { connect } from "node:net";
import type { Finding } from "@/lib/mail/rules/mail-records";
import { openSmtp, type SmtpPatience } from "@/lib/platform/smtp";
import { type SmtpProblem, smtpProblem } from "@/lib/platform/smtp-problem";

const PATIENCE: SmtpPatience = { connect: 10_000, greet: 10_000, silence: 10_000 };

/** Connects to the mail server as the product does, signs in, and says whether what is sent there can be read on the way. */
export async function checkSmtp(url: string, patience = PATIENCE): Promise<Finding[]> {
  const server = new URL(url);
  const name = `${server.hostname}:${server.port || (server.protocol === "smtps:" ? "465" : "587")}`;
  const smtp = openSmtp(1, url, patience, null);
  try {
    await smtp.verify();
  } catch (error) {
    return [{ level: "error", text: `SMTP: ${whatIsWrong(error, name, server.username !== "")}` }];
  } finally {
    smtp.close();
  }
  const signedIn = server.username
    ? `takes the user name and password of ${decodeURIComponent(server.username)}`
    : "answers";
  const findings: Finding[] = [{ level: "ok", text: `SMTP: ${name} ${signedIn}.` }];
  if (!server.username && !isHere(server.hostname))
    findings.push({
      level: "warning",
      text: "SMTP: no user name is given in SMTP_URL. Many servers then take mail to their own domain only.",
    });
  return [...findings, await checkTls(server, name, patience)];
}

async function checkTls(server: URL, name: string, patience: SmtpPatience): Promise<Finding> {
  if (server.protocol === "smtps:")
    return { level: "ok", text: `TLS: the connection to ${name} is encrypted from the start.` };
  if (await offersStartTls(server, patience))
    return { level: "ok", text: `TLS: ${name} offers STARTTLS, which is used, and its certificate is trusted.` };
  if (isHere(server.hostname)) return { level: "ok", text: `TLS: ${name} does without, on this very machine.` };
  const secret = server.username ? "user name, password and mail" : "mail";
  return {
    level: "error",
    text: `TLS: ${name} offers no encryption: ${secret} can be read on the way. Use smtps:// or a server with STARTTLS.`,
  };
}

/** Asks for the server's extensions (RFC 3207, 4) on a connection of its own. */
async function offersStartTls(server: URL, patience: SmtpPatience): Promise<boolean> {
  const socket = connect(Number(server.port || 587), server.hostname.replaceAll(/[[\]]/g, ""));
  socket.setTimeout(patience.silence, () => socket.destroy(new Error("silent")));
  let said = "";
  socket.on("data", (chunk) => {
    said += chunk.toString("latin1");
    if (/^220 .*\r\n$/m.test(said) && !said.includes("250")) socket.write("EHLO check.invalid\r\n");
    if (/^250 .*\r\n/m.test(said)) socket.end("QUIT\r\n");
  });
  await once(socket, "close").catch(() => undefined);
  return /^250[ -]STARTTLS\b/im.test(said);
}

function whatIsWrong(error: unknown, name: string, signsIn: boolean): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const sentences: Record<SmtpProblem, string> = {
    refused_password: `${name} refuses the user name or the password in SMTP_URL.`,
    wants_password: `${name} wants a user name and a password, and SMTP_URL gives none.`,
    unknown_name: `${name} is not found: check the name in SMTP_URL.`,
    bad_certificate: `${name} shows a certificate that is not trusted: ${String(message)}.`,
    no_answer: `${name} does not answer in time: is a firewall in between?`,
    unreachable: `${name} cannot be reached (${String(code ?? message)}): check host and port in SMTP_URL.`,
  };
  return sentences[smtpProblem(error, signsIn)];
}

const isHere = (host: string) => /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(host);
