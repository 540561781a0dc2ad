import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { CaughtMails } from "./caught-mails";
import { listPage, messageHtml, messagePage } from "./mailbox-page";

const HTML = "text/html; charset=utf-8";
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
// A mail may carry pictures inside itself; it fetches nothing and runs nothing, framed or opened alone.
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** The mailbox for people at `/`, for programs at `/messages.json`. */
export function mailboxServer(mails: CaughtMails): Server {
  return createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const send = (status: number, type: string, body: string | Buffer, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, {
          "content-type": type,
          "cache-control": "no-store",
          "referrer-policy": "no-referrer",
          "x-content-type-options": "nosniff",
          "content-security-policy": PAGE_POLICY,
          ...headers,
        })
        .end(body);
    // A page elsewhere could otherwise give its own name our address and read the mails.
    if (!isOurName(request.headers.host)) return void send(421, "text/plain", "unknown host\n");
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    if (request.method === "DELETE" && path === "/messages") {
      await mails.empty();
      return void send(204, "text/plain", "");
    }
    if (request.method !== "GET" && request.method !== "HEAD")
      return void send(405, "text/plain", "only GET, and DELETE /messages\n");
    if (path === "/") return void send(200, HTML, listPage(mails.list()));
    if (path === "/messages.json") return void send(200, "application/json", JSON.stringify(mails.list()));
    const [, id = "", part = "", index = ""] =
      /^\/messages\/([\d-]+)(?:\/(html|attachments)(?:\/(\d+))?)?$/.exec(path) ?? [];
    const mail = mails.find(id);
    if (mail && part === "") return void send(200, HTML, messagePage(mail));
    if (mail && part === "html")
      return void send(200, HTML, messageHtml(mail), { "content-security-policy": MAIL_POLICY });
    const attachment = part === "attachments" ? await mails.attachment(id, Number(index)) : undefined;
    if (!attachment) return void send(404, "text/plain", "no such message\n");
    const filename = encodeURIComponent(attachment.filename).replace(/['()*]/g, percentEncoded);
    send(200, "application/octet-stream", attachment.content, {
      "content-disposition": `attachment; filename*=UTF-8''${filename}`,
    });
  }
}

function isOurName(host = ""): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
}

const percentEncoded = (sign: string) => `%${sign.charCodeAt(0).toString(16)}`;
