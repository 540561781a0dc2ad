import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { deliverUntil } from "@/lib/mail/delivery";
import { database } from "@/lib/platform/db";
import { byChance, chanceFrom } from "@/tests/support/by-chance";
import { NOW } from "@/tests/support/clock";
import { deliverDue, HURRIED, sendingTo } from "@/tests/support/delivering";
import { createEvent } from "@/tests/support/factories/event";
import { createRegistration } from "@/tests/support/factories/registration";
import { type Answer, type ScriptedSmtp, STEPS, startScriptedSmtp } from "@/tests/support/scripted-smtp";

let smtp: ScriptedSmtp;

beforeEach(async () => {
  await database().outboxMail.deleteMany();
  await database().suppressedAddress.deleteMany();
  smtp = await startScriptedSmtp();
});
afterEach(() => smtp.stop());

/** So many mails, each to somebody else. */
async function enqueued(rows: number, now = NOW): Promise<void> {
  const event = await createEvent(database(), {}, now);
  const { id } = await createRegistration(database(), event, {}, now);
  const at = toTimestamp(now);
  await database().outboxMail.createMany({
    data: Array.from({ length: rows }, (_, n) => ({
      ...{ message: "event-reminder", locale: "sv" as const, eventId: event.id, registrationId: id },
      ...{ toEmail: `mottagare-${n}@example.org`, notBefore: at, createdAt: at },
    })),
  });
}

const states = async () =>
  Object.fromEntries(
    (await database().outboxMail.groupBy({ by: ["state"], _count: true })).map(({ state, _count }) => [state, _count]),
  );

/** How often each mail was taken, and that it was the same message every time. */
function copies(): number[] {
  return [...new Set(smtp.taken.map(({ recipient }) => recipient))].map((one) => {
    const taken = smtp.taken.filter(({ recipient }) => recipient === one);
    expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(1);
    return taken.length;
  });
}

describe.each(["hang", "close"] as const satisfies Answer[])("a server that does this: %s", (what) => {
  it.each(STEPS)("at %s: every mail leaves when it works again", { timeout: 60_000 }, async (where) => {
    await enqueued(4);
    smtp.behave = (step) => (step === where ? what : undefined);
    const outcomes = await deliverDue(smtp, NOW, HURRIED);
    expect(outcomes).toEqual(Array(4).fill(where === "QUIT" ? "sent" : "retry"));
    smtp.behave = () => undefined;
    await deliverDue(smtp, NOW.add({ minutes: 1 }), HURRIED);
    expect(await states()).toEqual({ SENT: 4 });
    // Only when the whole mail had arrived did the server have it twice.
    expect(copies()).toEqual(Array(4).fill(where === "message" ? 2 : 1));
  });
});

describe("a server", () => {
  it("that asks everybody to come back gets every mail the second time", async () => {
    await enqueued(50);
    const known = new Set<string>();
    smtp.behave = (step, recipient) => {
      if (step !== "RCPT" || known.has(recipient)) return undefined;
      known.add(recipient);
      return "451 4.7.1 Come back";
    };
    expect(await deliverDue(smtp, NOW)).toEqual(Array(50).fill("retry"));
    expect(await deliverDue(smtp, NOW.add({ seconds: 14 }))).toEqual([]);
    expect(await deliverDue(smtp, NOW.add({ seconds: 15 }))).toEqual(Array(50).fill("sent"));
    expect(copies()).toEqual(Array(50).fill(1));
  });

  it("that refuses half takes the other half", async () => {
    await enqueued(50);
    smtp.behave = (step, recipient) =>
      step === "RCPT" && /[02468]@/.test(recipient) ? "550 5.1.1 Unknown" : undefined;
    await deliverDue(smtp, NOW);
    expect(await states()).toEqual({ SENT: 25, FAILED: 25 });
    expect(await database().suppressedAddress.count()).toBe(25);
  });

  it("that hangs up at random gets every mail in the end, and the same one when twice", {
    timeout: 120_000,
  }, async () => {
    const { seed, tries } = byChance(100);
    const chance = chanceFrom(seed);
    await enqueued(tries);
    let keptUnsaid = 0;
    smtp.behave = (step) => {
      if (chance() > 0.05) return undefined;
      if (step === "message") keptUnsaid += 1;
      return "close";
    };
    for (let round = 0; (await states())["SENT"] !== tries && round < 60; round++)
      await deliverDue(smtp, NOW.add({ minutes: 11 * round }), HURRIED);
    expect(await states()).toEqual({ SENT: tries });
    expect(copies().reduce((sum, each) => sum + each, 0)).toBe(tries + keptUnsaid);
  });

  it("that falls silent at some addresses keeps nobody else's mail", { timeout: 60_000 }, async () => {
    await enqueued(60, currentInstant());
    smtp.behave = (step, recipient) =>
      (step === "RCPT" && recipient === "mottagare-7@example.org") ||
      (step === "message" && recipient === "mottagare-9@example.org")
        ? "hang"
        : undefined;
    const done = new AbortController();
    const sending = sendingTo(smtp.url, 8);
    const began = performance.now();
    const working = deliverUntil(done.signal, sending, currentInstant);
    try {
      await expect.poll(async () => (await states())["SENT"], { timeout: 15_000, interval: 50 }).toBe(58);
      // Before the silence itself is given up on.
      expect(performance.now() - began).toBeLessThan(15_000);
    } finally {
      // Whatever came of it: a sender that goes on would take the next file's mail.
      done.abort();
      sending.smtp.close();
      await smtp.stop();
      await working;
      smtp = await startScriptedSmtp();
    }
  });
});
