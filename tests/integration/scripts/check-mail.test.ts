import { generateKeyPairSync } from "node:crypto";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { afterEach, describe, expect, it } from "vitest";
import { checkDns } from "@/scripts/check-mail/dns-check";
import { checkSmtp } from "@/scripts/check-mail/smtp-check";
import { type Records, startDns } from "@/tests/support/dns-server";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const published = publicKey.export({ type: "spki", format: "der" }).toString("base64");
const signing = { domain: "example.org", selector: "samling", privateKey: pem };
const RIGHT: Records = {
  "example.org": { txt: ["google-site-verification=x", "v=spf1 a:mail.example.org -all"], mx: ["mail.example.org"] },
  "samling._domainkey.example.org": { txt: [`v=DKIM1; k=rsa; p=${published}`] },
  "_dmarc.example.org": { txt: ["v=DMARC1; p=reject"] },
};
const LOOKED = { from: "example.org", envelope: "example.org", takesReports: true, signing };

const cleanUp: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of cleanUp.splice(0)) await stop();
});

async function lookedUp(records: Records, looked: { from?: string; signing?: null } = {}, silent = false) {
  const dns = await startDns(records, silent);
  cleanUp.push(dns.stop);
  const names = new Resolver({ timeout: 200, tries: 1 });
  names.setServers([dns.server]);
  const findings = await checkDns(names, { ...LOOKED, ...looked });
  return findings.map(({ level, text }) => `${level} ${text}`);
}

describe("what receivers look up", () => {
  it("is right when everything is published", async () => {
    const found = await lookedUp(RIGHT);
    expect(found.map((each) => each.split(":")[0])).toEqual(["ok SPF", "ok DKIM", "ok DMARC", "ok Reports"]);
  });

  it.each<[string, Records, RegExp]>([
    ["no SPF", { "example.org": { mx: ["m.example.org"] } }, /^error SPF: example\.org has no SPF record\. Publish/],
    ["two", { "example.org": { txt: ["v=spf1 -all", "v=spf1 ~all"] } }, /^error SPF: .* has 2 SPF records/],
    ["+all", { "example.org": { txt: ["v=spf1 +all"] } }, /^error SPF: .* anybody may send/],
    ["no end", { "example.org": { txt: ["v=spf1 a"] } }, /^warning SPF: .* does not end in -all/],
    ["no key", { "samling._domainkey.example.org": {} }, /^error DKIM: .* has no key\. Publish .*p=MII/],
    ["another key", { "samling._domainkey.example.org": { txt: ["v=DKIM1; p=MIIB"] } }, /^error DKIM: .* another one/],
    ["a revoked key", { "samling._domainkey.example.org": { txt: ["v=DKIM1; p="] } }, /^error DKIM: .* revoked/],
    ["no policy", { "_dmarc.example.org": {} }, /^warning DMARC: example\.org has no policy/],
    ["p=none", { "_dmarc.example.org": { txt: ["v=DMARC1; p=none"] } }, /^warning DMARC: .*p=none/],
    ["a bad policy", { "_dmarc.example.org": { txt: ["v=DMARC1; p=maybe"] } }, /^error DMARC: .* does not say/],
    ["no MX", { "example.org": { txt: ["v=spf1 -all"] } }, /^error Reports: example\.org has no MX/],
  ])("is told to be wrong: %s", async (_what, records, expected) => {
    expect(await lookedUp({ ...RIGHT, ...records })).toContainEqual(expect.stringMatching(expected));
  });

  it("finds the policy of the domain above, and a sender that belongs to nobody", async () => {
    const found = await lookedUp(RIGHT, { from: "anmalan.example.org" });
    expect(found).toContainEqual(expect.stringMatching(/^ok DMARC/));
    const stray = await lookedUp(RIGHT, { from: "example.com", signing: null });
    expect(stray).toContainEqual(expect.stringMatching(/^error DMARC: neither the envelope sender/));
    expect(stray).toContainEqual(expect.stringMatching(/^warning DKIM: mail is not signed here/));
  });

  it("is unknown where no name server answers", async () => {
    const found = await lookedUp(RIGHT, {}, true);
    expect(found).toHaveLength(4);
    for (const each of found) expect(each).toMatch(/^unknown \w+: .* could not be looked up/);
  });
});

async function server(options: SMTPServerOptions): Promise<string> {
  const smtp = new SMTPServer({ disableReverseLookup: true, closeTimeout: 100, ...options });
  smtp.on("error", () => undefined);
  const listening = smtp.listen(0, "127.0.0.1");
  await once(listening, "listening");
  cleanUp.push(() => new Promise((resolve) => smtp.close(() => resolve())));
  return `127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const smtpFindings = async (url: string) =>
  (await checkSmtp(url, { connect: 1_000, greet: 1_000, silence: 1_000 })).map(({ level, text }) => `${level} ${text}`);

describe("the mail server", () => {
  const PLAIN = { disabledCommands: ["STARTTLS"], allowInsecureAuth: true } as const;
  const onAuth: SMTPServerOptions["onAuth"] = ({ password }, _session, answer) =>
    password === "right" ? answer(null, { user: "eva" }) : answer(new Error("no"));

  it("answers, signs in, and does without encryption on this machine", async () => {
    const found = await smtpFindings(
      `smtp://eva:right@${await server({ ...PLAIN, disabledCommands: ["STARTTLS"], onAuth })}`,
    );
    expect(found).toEqual([
      expect.stringMatching(/^ok SMTP: .* takes the user name and password of eva\.$/),
      expect.stringMatching(/^ok TLS: .* on this very machine/),
    ]);
  });

  it("refuses a wrong password, which is said without showing it", async () => {
    const found = await smtpFindings(
      `smtp://eva:hemligt@${await server({ ...PLAIN, disabledCommands: ["STARTTLS"], onAuth })}`,
    );
    expect(found).toEqual([expect.stringMatching(/^error SMTP: .* refuses the user name or the password/)]);
    expect(found.join()).not.toContain("hemligt");
  });

  it("shows a certificate that nobody trusts", async () => {
    // Its own certificate of smtp-server, for localhost and self-signed.
    expect(await smtpFindings(`smtp://${await server({ authOptional: true })}`)).toEqual([
      expect.stringMatching(/^error SMTP: .* certificate that is not trusted/),
    ]);
  });

  it("is not there, or does not answer", async () => {
    expect(await smtpFindings("smtp://127.0.0.1:9")).toEqual([
      expect.stringMatching(/^error SMTP: .* cannot be reached/),
    ]);
    const silent = await server({ onConnect: () => undefined });
    expect(await smtpFindings(`smtp://${silent}`)).toEqual([
      expect.stringMatching(/^error SMTP: .* does not answer in time/),
    ]);
  });
});
