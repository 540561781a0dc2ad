import { describe, expect, it } from "vitest";
import { readDeliveryReport } from "@/lib/mail/delivery-report";
import { bounceAddress, mailOfBounceAddress, mailOfMessageId } from "@/lib/mail/rules/bounce-address";
import { isAboutAddress } from "@/lib/mail/rules/enhanced-status";
import { smtpFailure } from "@/lib/mail/rules/smtp-failure";
import { showsLife, whatSuppresses } from "@/lib/mail/rules/suppression";
import { NOW } from "@/tests/support/clock";
import { deliveryStatus } from "@/tests/support/delivery-status";

const ID = "0198c0de-1234-7abc-8def-0123456789ab";

describe("a permanent failure", () => {
  it.each([
    ["550 5.1.1 No such user", "RCPT TO", true],
    ["550 5.1.2 No such domain", "RCPT TO", true],
    ["556 5.1.10 Null MX", "RCPT TO", true],
    ["550 5.2.1 Mailbox disabled", "DATA", true],
    ["552 5.2.2 Mailbox full", "RCPT TO", false],
    ["550 5.1.8 Bad sender's system", "RCPT TO", false],
    ["550 5.7.1 Policy", "RCPT TO", false],
    ["554 5.6.0 Content", "DATA", false],
    ["550 No such user", "RCPT TO", false],
    ["550 5.1.1 No such user", "MAIL FROM", false],
    ["451 4.1.1 Try later", "RCPT TO", false],
  ])("%s at %s: the address is dead: %s", (response, command, isDead) => {
    const failure = smtpFailure({ code: "EENVELOPE", command, response, responseCode: Number(response.slice(0, 3)) });
    expect(failure.isAddressDead).toBe(isDead);
    expect(failure.status).toBe(/\d\.\d+\.\d+/.exec(response)?.[0] ?? null);
  });

  it("is told apart by subject and detail, whole", () => {
    expect(["5.1.1", "5.4.4"].map(isAboutAddress)).toEqual([true, true]);
    expect(["5.1.11", "5.10.1", "4.1.1", "5.1.5", "5.4.40"].map(isAboutAddress)).toEqual(Array(5).fill(false));
  });
});

describe("a suppressed address", () => {
  const dead = { scope: "ALL", reason: "5.1.1", since: NOW } as const;
  const declined = { scope: "REMINDERS", reason: "", since: NOW } as const;
  const mail = (message: string, hours: number, ...suppressions: (typeof dead | typeof declined)[]) => ({
    message,
    createdAt: NOW.add({ hours }),
    suppressions,
  });

  it("gets nothing, but for the answer to a registration made since", () => {
    expect(whatSuppresses(mail("event-reminder", 1, dead))).toEqual(dead);
    expect(whatSuppresses(mail("registration-changed", 1, dead))).toEqual(dead);
    expect(whatSuppresses(mail("registration-confirmed", -1, dead))).toEqual(dead);
    expect(whatSuppresses(mail("registration-confirmed", 1, dead))).toBeNull();
    expect(showsLife(mail("registration-confirmed", 1, dead))).toBe(true);
    expect(showsLife(mail("registration-confirmed", 1, declined))).toBe(false);
  });

  it("that has declined one kind gets the others", () => {
    expect(whatSuppresses(mail("event-reminder", 1, declined))).toEqual(declined);
    expect(whatSuppresses(mail("invitation-reminder", 1, declined))).toBeNull();
    expect(whatSuppresses(mail("registration-changed", 1, declined))).toBeNull();
    expect(whatSuppresses(mail("__proto__", 1, declined))).toBeNull();
  });
});

describe("a delivery report", () => {
  it("names the mail by the address it goes to", () => {
    const to = bounceAddress("studs@example.org", ID);
    expect(to).toBe(`studs+${ID}@example.org`);
    expect(mailOfBounceAddress(["a@b.se", to.toUpperCase()], "studs@example.org")).toBe(ID);
    for (const other of [`studs+${ID}@example.com`, "studs+1@example.org", `studs${ID}@example.org`, ""])
      expect(mailOfBounceAddress([other], "studs@example.org")).toBeNull();
    expect(mailOfMessageId(`<${ID}@samling.example.org>`, "samling.example.org")).toBe(ID);
    expect(mailOfMessageId(`<${ID}@example.org>`, "samling.example.org")).toBeNull();
  });

  it("is read for what became of each recipient, and what it returns", async () => {
    const to = bounceAddress("studs@example.org", ID);
    const raw = deliveryStatus({
      to: `<${to}>`,
      action: "failed",
      status: "5.1.1",
      messageId: `<${ID}@samling.example.org>`,
    });
    const report = await readDeliveryReport(Buffer.from(raw));
    expect(report).toMatchObject({ sentTo: [to], recipients: [{ action: "failed", status: "5.1.1" }] });
    expect(report?.messageIds).toContain(`<${ID}@samling.example.org>`);
  });

  it("is none when it is any other mail, or no mail at all", async () => {
    for (const other of [
      "",
      "\0\0",
      "Subject: Semester\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n",
      "--b\r\n".repeat(999),
    ])
      expect(await readDeliveryReport(Buffer.from(other))).toBeNull();
  });
});
