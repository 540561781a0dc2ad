import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout } from "node:timers/promises";
import { isEnglish, plainPage } from "./plain-page";

const TEXTS = {
  400: {
    code: "address_unreadable",
    sv: [
      "Adressen går inte att läsa",
      "Den är felskriven eller avklippt. Öppna länken igen eller börja på startsidan.",
    ],
    en: ["The address cannot be read", "It is misspelt or cut off. Open the link again or begin at the start page."],
  },
  413: {
    code: "too_large",
    sv: [
      "Det du skickade är för stort",
      "Högst 1 MB tas emot, och 16 MB från ett formulär med filer. Gå tillbaka, korta ned texten eller välj mindre filer och skicka igen.",
    ],
    en: [
      "What you sent is too large",
      "At most 1 MB is accepted, and 16 MB from a form with files. Go back, shorten the text or choose smaller files and send it again.",
    ],
  },
  503: {
    code: "unavailable",
    sv: ["Många skickar just nu", "Vänta några sekunder och skicka igen."],
    en: ["Many are sending right now", "Wait a few seconds and send again."],
  },
} as const;

/** How long a refused sender is listened to: a socket that is closed with unread data takes the answer along. */
const DRAIN = { bytes: 16 * 1024 * 1024, milliseconds: 3_000 };

/** Answers a request that is not taken on: JSON for the API, a small page for people; then lets go of the connection. */
export async function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  status: keyof typeof TEXTS,
): Promise<void> {
  const { code, ...texts } = TEXTS[status];
  const path = request.url ?? "/";
  const isApi = path.startsWith("/api/");
  const english = isApi ? !/^\s*sv/i.test(request.headers["accept-language"] ?? "") : isEnglish(request);
  const [title, advice] = english ? texts.en : texts.sv;
  const answer = isApi
    ? JSON.stringify({ error: { code, message: `${title}. ${advice}` } })
    : plainPage({ english, title, lines: [advice] });
  response.writeHead(status, {
    "content-type": isApi ? "application/json; charset=utf-8" : "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(answer),
    "cache-control": "no-store",
    connection: "close",
    ...(status === 503 && { "retry-after": "5" }),
  });
  // The whole answer leaves at once, but only its end lets the server close.
  response.write(answer);
  await drain(request);
  response.end();
  request.socket.destroySoon();
}

async function drain(request: IncomingMessage): Promise<void> {
  if (request.readableEnded) return;
  let seen = 0;
  const ended = new Promise<void>((resolve) => {
    request.on("data", (chunk: Buffer) => {
      seen += chunk.length;
      if (seen > DRAIN.bytes) resolve();
    });
    for (const event of ["end", "close", "error"]) request.once(event, () => resolve());
    request.resume();
  });
  await Promise.race([ended, setTimeout(DRAIN.milliseconds)]);
}
