import { beforeEach, describe, expect, it } from "vitest";
import { requestSignIn } from "@/lib/auth/commands/request-sign-in";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { NOW } from "@/tests/support/clock";
import { createMember } from "@/tests/support/factories/member";
import { createOrganisation } from "@/tests/support/factories/organisation";
import { nextNumber } from "@/tests/support/factories/sequence";

let email: string;

const network = () => `192.0.2.${nextNumber()}`;
const mails = (toEmail: string) => database().outboxMail.findMany({ where: { toEmail } });

beforeEach(async () => {
  ({ email } = await createMember(database(), (await createOrganisation(database())).id));
});

describe("asking for a mail to sign in", () => {
  it("puts one in the outbox, with the id of the request and no secret", async () => {
    expect(await requestSignIn(email, "sv", network(), NOW)).toMatchObject({ ok: true });
    const [mail, ...more] = await mails(email);
    const signIn = await database().signIn.findFirstOrThrow({ where: { email } });
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ message: "sign-in", state: "QUEUED", params: { signInId: signIn.id } });
    expect(signIn.expiresAt).toEqual(toTimestamp(NOW.add({ minutes: 10 })));
  });

  it("answers the same for an address nobody has and for one that is disabled, and mails neither", async () => {
    const disabled = await createMember(database(), (await createOrganisation(database())).id, "OWNER", {
      disabledAt: toTimestamp(NOW),
    });
    const answers = [];
    for (const address of [email, "ingen@example.org", disabled.email])
      answers.push(await requestSignIn(address, "sv", network(), NOW));
    expect(answers).toEqual([answers[0], answers[0], answers[0]]);
    expect(await mails("ingen@example.org")).toEqual([]);
    expect(await mails(disabled.email)).toEqual([]);
    expect(await database().signIn.count({ where: { email: { in: ["ingen@example.org", disabled.email] } } })).toBe(0);
  });

  it("takes about the same time for both", async () => {
    const timed = async (address: string) => {
      const started = performance.now();
      await requestSignIn(address, "sv", network(), NOW);
      return performance.now() - started;
    };
    const median = async (address: () => string) => {
      const times = [];
      for (let n = 0; n < 5; n++) times.push(await timed(address()));
      return times.sort((a, b) => a - b)[2] ?? 0;
    };
    const known = await median(() => email);
    const unknown = await median(() => `ingen-${nextNumber()}@example.org`);
    expect(known).toBeGreaterThanOrEqual(245);
    expect(Math.abs(known - unknown)).toBeLessThan(60);
  });

  it("is refused after five for an address, alike for known and unknown, from wherever they come", async () => {
    for (const address of [email, `ingen-${nextNumber()}@example.org`]) {
      const answers = [];
      for (let n = 0; n < 6; n++) answers.push((await requestSignIn(address, "sv", network(), NOW)).ok);
      expect(answers).toEqual([true, true, true, true, true, false]);
    }
    expect(await mails(email)).toHaveLength(5);
  });

  it("is refused for a network that asks for very many", async () => {
    const from = network();
    const asked = Array.from({ length: 61 }, () => requestSignIn(`x-${nextNumber()}@example.org`, "sv", from, NOW));
    const refused = (await Promise.all(asked)).filter((answer) => !answer.ok);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject({ code: "rate_limited", detail: { retryAfterSeconds: expect.any(Number) } });
  });

  it("clears the address's old requests away", async () => {
    await requestSignIn(email, "sv", network(), NOW.subtract({ minutes: 10 }));
    await requestSignIn(email, "sv", network(), NOW);
    expect(await database().signIn.count({ where: { email } })).toBe(1);
  });
});
