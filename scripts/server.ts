// The app's process: Next behind a server that knows who asks, bounds what it takes in and stops without losing a request.
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Env, env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { askedToStop, endAfter, reportReady, runEntry } from "./process-life";
import { LONGEST_REQUEST } from "./server/body-limits";
import { answerDirect, directHandler } from "./server/direct-answer";
import { drawPage } from "./server/drawn-page";
import { replaceFailedPages } from "./server/failure-page";
import { isReadableAddress } from "./server/readable-address";
import { refuse } from "./server/refusal";
import { announcesTooMuch, receive, replay } from "./server/request-body";
import { establishHeaders } from "./server/request-headers";
import { setSecurityHeaders } from "./server/security-headers";
import { mayShare, sharedPages } from "./server/shared-pages";

// The bundle stands in dist/, beside .next/ in the repository and in the image alike.
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

await runEntry(async () => {
  const settings = env();
  // next-auth looks for its own names.
  process.env["NEXTAUTH_URL"] = settings.APP_URL;
  process.env["NEXTAUTH_SECRET"] = settings.AUTH_SECRET;
  const app = await prepareNext(settings);
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: LONGEST_REQUEST,
      connectionsCheckingInterval: 2_000,
      keepAliveTimeout: 65_000,
    },
    answering(app.handle, settings),
  );
  server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
    if (!announcesTooMuch(request)) response.writeContinue();
    server.emit("request", request, response);
  });
  server.listen({ port: settings.PORT, ...(settings.HOST && { host: settings.HOST }) });
  await once(server, "listening");
  log.info({ port: settings.PORT }, "app is listening");
  reportReady();
  await askedToStop();
  await endAfter(async () => {
    // Connections without a request are closed now, the others when their answer is out.
    server.close();
    server.closeIdleConnections();
    await once(server, "close");
    await app.close();
  });
});

async function prepareNext(settings: Env): Promise<{ handle: Handler; close: () => Promise<void> }> {
  const built = join(ROOT, ".next/required-server-files.json");
  if (!existsSync(built)) throw new Error("The app is not built: run npm start, or node scripts/build.mjs.");
  // What the build made of next.config.ts: nothing is compiled when the app starts.
  const { config } = JSON.parse(readFileSync(built, "utf8")) as { config: unknown };
  process.env["__NEXT_PRIVATE_STANDALONE_CONFIG"] = JSON.stringify(config);
  process.chdir(ROOT);
  const { default: next } = await import("next");
  const app = next({ dev: false, dir: ROOT, hostname: new URL(settings.APP_URL).hostname, port: settings.PORT });
  await quietly(() => app.prepare());
  return { handle: app.getRequestHandler() as Handler, close: () => app.close() };
}

/** Next tells how long it took to read its settings; that is no news to whoever starts the product. */
async function quietly(work: () => Promise<void>): Promise<void> {
  const log = console.log;
  console.log = () => undefined;
  try {
    await work();
  } finally {
    console.log = log;
  }
}

function answering(handle: Handler, { APP_URL: appUrl, TRUSTED_PROXIES: trustedProxies }: Env) {
  const share = sharedPages((request, nonce) => drawPage(handleWhole, request, nonce));
  return (incoming: IncomingMessage, response: ServerResponse): void => {
    const id = establishHeaders(incoming, { appUrl, trustedProxies });
    response.setHeader("x-request-id", id);
    const nonce = setSecurityHeaders(incoming, response, appUrl);
    const answered = !isReadableAddress(incoming.url ?? "")
      ? refuse(incoming, response, 400)
      : mayShare(incoming)
        ? share(incoming, response, nonce)
        : answer(incoming, response);
    answered.catch((error: unknown) => {
      log.error({ id, err: error }, "request failed outside the app");
      if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain" });
      response.end();
    });
  };

  /** Failures included, which are told under the request's own id. */
  function handleWhole(request: IncomingMessage, response: ServerResponse): Promise<void> {
    replaceFailedPages(request, response, String(request.headers["x-request-id"]));
    return handle(request, response);
  }

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const received = await receive(incoming);
    switch (received.kind) {
      case "complete": {
        const { body } = received;
        const handler = directHandler(incoming);
        if (handler) return answerDirect(handler, { incoming, body, appUrl }, response);
        return handleWhole(replay(incoming, body), response);
      }
      case "too-large":
        return refuse(incoming, response, 413);
      case "busy":
        return refuse(incoming, response, 503);
      case "broken":
        response.destroy();
    }
  }
}
