import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";

/** Where in a session a server can misbehave. `message`: all of it has arrived, and is kept unless it is refused. */
export const STEPS = ["greeting", "EHLO", "MAIL", "RCPT", "DATA", "message", "QUIT"] as const;
export type Step = (typeof STEPS)[number];
/** Nothing is yes; a text is that reply; otherwise silence for ever, or a closed connection. */
export type Answer = `${number} ${string}` | "hang" | "close" | undefined;

export type ScriptedSmtp = {
  readonly url: string;
  /** What was taken, acknowledged or not: the recipient and the Message-ID, oldest first. */
  readonly taken: { readonly recipient: string; readonly messageId: string }[];
  behave: (step: Step, recipient: string) => Answer;
  readonly stop: () => Promise<void>;
};

const YES: Record<Step, string> = {
  greeting: "220 scripted",
  EHLO: "250 scripted",
  MAIL: "250 2.1.0 OK",
  RCPT: "250 2.1.5 OK",
  DATA: "354 Go on",
  message: "250 2.0.0 Taken",
  QUIT: "221 2.0.0 Bye",
};

/** A mail server by hand, so that it can hang or hang up at every single step, and fast enough for tens of thousands. */
export async function startScriptedSmtp(behave: ScriptedSmtp["behave"] = () => undefined): Promise<ScriptedSmtp> {
  const taken: ScriptedSmtp["taken"] = [];
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
    // A client that is killed leaves a broken connection behind.
    socket.on("error", () => undefined);
    serve(socket, smtp);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const smtp: ScriptedSmtp = {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    behave,
    async stop() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
  return smtp;
}

function serve(socket: Socket, smtp: ScriptedSmtp): void {
  let buffer = "";
  let recipient = "";
  let isData = false;
  const answer = (step: Step): boolean => {
    const said = smtp.behave(step, recipient);
    if (said === "close") socket.destroy();
    else if (said !== "hang") socket.write(`${said ?? YES[step]}\r\n`);
    return said === undefined;
  };
  socket.on("data", (chunk) => {
    buffer += chunk.toString("latin1");
    for (;;) {
      const end = isData ? buffer.indexOf("\r\n.\r\n") : buffer.indexOf("\r\n");
      if (end < 0 || socket.destroyed) return;
      const text = buffer.slice(0, end);
      buffer = buffer.slice(end + (isData ? 5 : 2));
      if (isData) message(text);
      else command(text);
    }
  });
  answer("greeting");

  function message(text: string): void {
    isData = false;
    const said = smtp.behave("message", recipient);
    const messageId = /^message-id:\s*(\S+)/im.exec(text)?.[1] ?? "";
    // Refused, it is not kept; whoever hangs or hangs up now has kept it.
    if (said === undefined || said === "hang" || said === "close") smtp.taken.push({ recipient, messageId });
    if (said === "close") socket.destroy();
    else if (said !== "hang") socket.write(`${said ?? YES.message}\r\n`);
  }

  function command(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === "RCPT") recipient = /<([^>]*)>/.exec(line)?.[1] ?? "";
    if (verb === "RSET" || verb === "NOOP") socket.write("250 2.0.0 OK\r\n");
    else if (verb === "EHLO" || verb === "MAIL" || verb === "RCPT") answer(verb);
    else if (verb === "DATA") isData = answer("DATA");
    else if (verb === "QUIT") {
      if (answer("QUIT")) socket.end();
    } else socket.write("502 5.5.1 Unknown\r\n");
  }
}
