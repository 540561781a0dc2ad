import { describe, expect, it } from "vitest";
import { href, html } from "@/emails/html";
import { plainName } from "@/lib/core/plain-name";
import { isGivenUp, LEASE_SECONDS, nextAttempt, SENDING_SECONDS } from "@/lib/mail/rules/patience";
import { parseSender } from "@/lib/mail/rules/sender";
import { smtpFailure } from "@/lib/mail/rules/smtp-failure";
import { NOW } from "@/tests/support/clock";

describe("the template", () => {
  it("escapes every text and keeps markup", () => {
    const inner = html`<b title="${'"><i>'}">${"Åsa & <Bo>'s"}</b>`;
    expect(html`<p>${inner}${null}${false}${0}</p>`.markup).toBe(
      '<p><b title="&quot;&gt;&lt;i&gt;">Åsa &amp; &lt;Bo&gt;&#39;s</b>0</p>',
    );
    expect(html`${[html`<i>a</i>`, html`<i>b</i>`]}`.markup).toBe("<i>a</i><i>b</i>");
  });

  it("links to pages and mailboxes alone", () => {
    expect(href("https://a.example/?b=c")).toBe("https://a.example/?b=c");
    for (const url of ["javascript:alert(1)", "data:text/html,x", " https://a", "//a.example", ""])
      expect(() => href(url)).toThrow();
  });
});

describe("a name", () => {
  it.each([
    ["Åsa Öberg Lindqvist", "Åsa Öberg Lindqvist"],
    ["  Anna-Karin\tO’Brien ", "Anna-Karin O’Brien"],
    ["A. B. Ek", "A. B. Ek"],
    ["J.Berg", "J. Berg"],
    ["https://ond.example/x", "https ond. example x"],
    ["ond。example", "ond. example"],
    ["ｏｎｄ．example", "ond. example"],
    ["a\u200b@\u200bb.se", "a b. se"],
    ["Eva\r\nBcc: x@y.se", "Eva Bcc x y. se"],
    ["\u202eevil\u202c", "evil"],
    ['<b>"Bo"</b>', "b Bo b"],
    ["\u0000\u0007", ""],
  ])("%j reads %j", (raw, plain) => {
    expect(plainName(raw)).toBe(plain);
  });

  it("has an end, and no half character there", () => {
    expect(plainName("🎉".repeat(500))).toBe("🎉".repeat(120));
  });
});

describe("the sender", () => {
  it("is a name and one address", () => {
    expect(parseSender("Samling <no-reply@samling.example.org>")).toEqual({
      name: "Samling",
      address: "no-reply@samling.example.org",
    });
    expect(parseSender('"Kommunförbundet, Skåne" <a@example.org>')).toEqual({
      name: "Kommunförbundet, Skåne",
      address: "a@example.org",
    });
    expect(parseSender("a@example.org")).toEqual({ name: "", address: "a@example.org" });
    for (const raw of ["", "Samling", "a@b", "A <a@example.org>, B <b@example.org>"])
      expect(() => parseSender(raw)).toThrow();
  });
});

describe("a failure to send", () => {
  it.each([
    [
      { code: "EENVELOPE", command: "RCPT TO", responseCode: 550, response: "550 5.1.1 <x@example.org> unknown" },
      true,
      "EENVELOPE RCPT TO 550 5.1.1",
    ],
    [{ code: "EMESSAGE", command: "DATA", responseCode: 554, response: "554 refused" }, true, "EMESSAGE DATA 554"],
    [
      { code: "EENVELOPE", command: "RCPT TO", responseCode: 451, response: "451 4.7.1 later" },
      false,
      "EENVELOPE RCPT TO 451 4.7.1",
    ],
    [{ code: "EAUTH", command: "AUTH PLAIN", responseCode: 535 }, false, "EAUTH AUTH PLAIN 535"],
    [{ code: "EENVELOPE", command: "MAIL FROM", responseCode: 550 }, false, "EENVELOPE MAIL FROM 550"],
    [{ code: "EMESSAGE", command: "DATA", responseCode: 503 }, false, "EMESSAGE DATA 503"],
    [{ code: "ETIMEDOUT", command: "CONN" }, false, "ETIMEDOUT CONN"],
    [new Error("x@example.org"), false, "unknown"],
    [undefined, false, "unknown"],
  ])("%o: permanent %s, told as %s", (error, permanent, reason) => {
    expect(smtpFailure(error)).toMatchObject({ permanent, reason });
  });
});

describe("patience", () => {
  it("waits twice as long each time, at most ten minutes, so that nothing lies longer than fifteen", () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 50].map((attempts) => nextAttempt(attempts, NOW).since(NOW).total("seconds"));
    expect(waits).toEqual([15, 30, 60, 120, 240, 480, 600, 600]);
  });

  it("ends after four days", () => {
    expect(isGivenUp(NOW, NOW.add({ hours: 96 }).subtract({ seconds: 1 }))).toBe(false);
    expect(isGivenUp(NOW, NOW.add({ hours: 96 }))).toBe(true);
  });

  it("never sends longer than its lease holds", () => {
    expect(SENDING_SECONDS).toBeLessThan(LEASE_SECONDS);
  });
});
