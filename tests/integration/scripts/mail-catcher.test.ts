import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo, Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTransport } from "nodemailer";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CaughtMails } from "../../../scripts/mail-catcher/caught-mails";
import { mailboxServer } from "../../../scripts/mail-catcher/mailbox-server";

const AT = 1_795_000_000_000;

let folder: string;
let mails: CaughtMails;
let server: Server;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "samling-mail-"));
  mails = await CaughtMails.open(folder);
  server = mailboxServer(mails).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

async function send(subject: string, seconds = 0): Promise<void> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: { name: "Samling", address: "no-reply@example.org" },
    to: { name: "Åsa Öberg", address: "asa@example.org" },
    subject,
    text: "Välkommen! http://localhost:3000/r/abc",
    html: "<html><head><title>x</title></head><body><script>alert(1)</script><p>Välkommen!</p></body></html>",
    attachments: [{ filename: "konferens.ics", content: "BEGIN:VCALENDAR\r\n", contentType: "text/calendar" }],
  });
  await mails.add(message as Buffer, new Date(AT + seconds * 1000));
}

describe("the mailbox", () => {
  it("tells programs everything about a mail, newest first", async () => {
    await send("Först");
    await send("Sedan, med å ä ö", 1);
    const list = (await (await fetch(`${url}/messages.json`)).json()) as { subject: string }[];
    expect(list.map((mail) => mail.subject)).toEqual(["Sedan, med å ä ö", "Först"]);
    expect(list[1]).toMatchObject({
      from: "Samling <no-reply@example.org>",
      to: "Åsa Öberg <asa@example.org>",
      text: expect.stringContaining("/r/abc"),
      html: expect.stringContaining("<p>Välkommen!</p>"),
      headers: { "mime-version": "1.0" },
      attachments: [{ filename: "konferens.ics", contentType: "text/calendar", text: "BEGIN:VCALENDAR\r\n" }],
      receivedAt: "2026-11-18T11:06:40.000Z",
    });
  });

  it("keeps the mails over a restart, and forgets them when asked", async () => {
    await send("Kvar");
    expect((await CaughtMails.open(folder)).list().map((mail) => mail.subject)).toEqual(["Kvar"]);
    expect((await fetch(`${url}/messages`, { method: "DELETE" })).status).toBe(204);
    expect((await CaughtMails.open(folder)).list()).toEqual([]);
  });

  it("shows a mail without letting it run or fetch anything", async () => {
    await send("<b>Ämne</b>");
    const [{ id } = { id: "" }] = mails.list();
    const page = await (await fetch(`${url}/messages/${id}`)).text();
    expect(page).toContain("&lt;b&gt;Ämne&lt;/b&gt;");
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    const html = await fetch(`${url}/messages/${id}/html`);
    expect(html.headers.get("content-security-policy")).toMatch(/^default-src 'none';.*; sandbox allow-popups/);
    const file = await fetch(`${url}/messages/${id}/attachments/0`);
    expect(file.headers.get("content-disposition")).toBe("attachment; filename*=UTF-8''konferens.ics");
    expect(await file.text()).toBe("BEGIN:VCALENDAR\r\n");
  });

  it.each(["/messages/1-1", "/messages/../x", "/messages/1-1/attachments/9"])("%s is not there", async (path) => {
    expect((await fetch(url + path)).status).toBe(404);
  });
});
