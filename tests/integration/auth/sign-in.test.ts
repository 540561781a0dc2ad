import { beforeEach, describe, expect, it } from "vitest";
import { consumeSignIn } from "@/lib/auth/commands/consume-sign-in";
import { endSession } from "@/lib/auth/commands/end-session";
import { issueSignInSecrets } from "@/lib/auth/commands/issue-sign-in-secrets";
import { startSession } from "@/lib/auth/commands/start-session";
import { signInExpiry } from "@/lib/auth/rules/sign-in-validity";
import { openUser } from "@/lib/auth/user-gate";
import { toTimestamp } from "@/lib/core/clock";
import { newToken } from "@/lib/core/ids";
import { database } from "@/lib/platform/db";
import { NOW } from "@/tests/support/clock";
import { createMember } from "@/tests/support/factories/member";
import { createOrganisation } from "@/tests/support/factories/organisation";

let email: string;
let userId: string;

beforeEach(async () => {
  const user = await createMember(database(), (await createOrganisation(database())).id);
  ({ email, id: userId } = user);
});

async function mailedSecrets(address = email) {
  const { id } = await database().signIn.create({
    data: {
      email: address,
      tokenHash: newToken(),
      codeHash: newToken(),
      expiresAt: toTimestamp(signInExpiry(NOW)),
      createdAt: toTimestamp(NOW),
    },
  });
  const secrets = await issueSignInSecrets(id, NOW);
  if (!secrets.ok) throw new Error("obsolete");
  return { id, ...secrets.value };
}

const refused = { ok: false, code: "sign_in_invalid", detail: undefined };
const otherThan = (code: string) => (code === "000000" ? "000001" : "000000");

describe("signing in with what the mail says", () => {
  it("works by link and by code, each once", async () => {
    for (const proof of ["token", "code"] as const) {
      const mailed = await mailedSecrets();
      const shown = proof === "token" ? { email, token: mailed.token } : { email, code: mailed.code };
      expect(await consumeSignIn(shown, NOW)).toEqual({ ok: true, value: { userId, email } });
      expect(await consumeSignIn(shown, NOW)).toEqual(refused);
      expect(await consumeSignIn({ email, token: mailed.token }, NOW)).toEqual(refused);
    }
  });

  it("ends ten minutes after the request", async () => {
    const { token, expiresAt } = await mailedSecrets();
    expect(expiresAt).toEqual(NOW.add({ minutes: 10 }));
    expect(await consumeSignIn({ email, token }, NOW.add({ minutes: 10 }))).toEqual(refused);
    expect((await consumeSignIn({ email, token }, NOW.add({ minutes: 9, seconds: 59 }))).ok).toBe(true);
  });

  it("is bound to the address", async () => {
    const { token, code } = await mailedSecrets();
    const other = await createMember(database(), (await createOrganisation(database())).id);
    expect(await consumeSignIn({ email: other.email, token }, NOW)).toEqual(refused);
    expect(await consumeSignIn({ email: other.email, code }, NOW)).toEqual(refused);
    expect((await consumeSignIn({ email, token }, NOW)).ok).toBe(true);
  });

  it("is dead after five wrong codes, link and all; the fifth right one still counts", async () => {
    const dead = await mailedSecrets();
    for (let n = 0; n < 5; n++)
      expect(await consumeSignIn({ email, code: otherThan(dead.code) }, NOW)).toEqual(refused);
    expect(await consumeSignIn({ email, code: dead.code }, NOW)).toEqual(refused);
    expect(await consumeSignIn({ email, token: dead.token }, NOW)).toEqual(refused);

    const alive = await mailedSecrets();
    for (let n = 0; n < 4; n++) await consumeSignIn({ email, code: otherThan(alive.code) }, NOW);
    expect((await consumeSignIn({ email, code: alive.code }, NOW)).ok).toBe(true);
  });

  it("counts guesses made at the same moment one by one", async () => {
    const { id, code } = await mailedSecrets();
    await Promise.all(Array.from({ length: 20 }, () => consumeSignIn({ email, code: otherThan(code) }, NOW)));
    expect(await database().signIn.findUnique({ where: { id }, select: { attempts: true, consumedAt: true } })).toEqual(
      {
        attempts: 5,
        consumedAt: null,
      },
    );
  });

  it("gives one sign-in when used twice at the same moment", async () => {
    for (let round = 0; round < 5; round++) {
      const { token, code } = await mailedSecrets();
      const uses = Array.from({ length: 8 }, (_, n) => consumeSignIn(n % 2 ? { email, token } : { email, code }, NOW));
      expect((await Promise.all(uses)).filter((result) => result.ok)).toHaveLength(1);
    }
  });

  it("opens nothing for a user who is disabled meanwhile, or for nobody", async () => {
    const { token } = await mailedSecrets();
    await database().user.update({ where: { id: userId }, data: { disabledAt: toTimestamp(NOW) } });
    expect(await consumeSignIn({ email, token }, NOW)).toEqual(refused);
    const stray = await mailedSecrets("ingen@example.org");
    expect(await consumeSignIn({ email: "ingen@example.org", token: stray.token }, NOW)).toEqual(refused);
  });

  it("takes the newest secrets when the mail is composed again, and none once used or old", async () => {
    const first = await mailedSecrets();
    const again = await issueSignInSecrets(first.id, NOW);
    expect(await consumeSignIn({ email, token: first.token }, NOW)).toEqual(refused);
    if (!again.ok) throw new Error("obsolete");
    expect((await consumeSignIn({ email, token: again.value.token }, NOW)).ok).toBe(true);
    expect(await issueSignInSecrets(first.id, NOW)).toMatchObject({ ok: false, code: "obsolete" });
    const old = await mailedSecrets();
    expect(await issueSignInSecrets(old.id, NOW.add({ minutes: 10 }))).toMatchObject({ ok: false, code: "obsolete" });
  });

  it("keeps no readable secret", async () => {
    const mailed = await mailedSecrets();
    const stored = JSON.stringify(await database().signIn.findUnique({ where: { id: mailed.id } }));
    expect(stored).not.toContain(mailed.token);
    expect(stored).not.toContain(mailed.code);
  });
});

describe("a session", () => {
  async function signedIn() {
    const token = newToken();
    await startSession(token, userId, { browser: "Firefox", system: "Windows" }, NOW);
    return token;
  }

  it("is the user's for twelve hours, and use does not prolong it", async () => {
    const token = await signedIn();
    const almost = NOW.add({ hours: 11, minutes: 59 });
    expect(await openUser(token, almost)).toMatchObject({ ok: true, value: { userId, email } });
    expect(await openUser(token, NOW.add({ hours: 12 }))).toMatchObject({ ok: false, code: "signed_out" });
  });

  it("ends at once when the user is disabled or signs out, this browser's alone", async () => {
    const [here, there] = [await signedIn(), await signedIn()];
    await endSession(here);
    expect(await openUser(here, NOW)).toMatchObject({ ok: false });
    expect(await openUser(there, NOW)).toMatchObject({ ok: true });
    await database().user.update({ where: { id: userId }, data: { disabledAt: toTimestamp(NOW) } });
    expect(await openUser(there, NOW)).toMatchObject({ ok: false });
  });

  it("is not opened by what the database holds", async () => {
    const token = await signedIn();
    const { tokenHash } = await database().userSession.findFirstOrThrow({ where: { userId } });
    expect(tokenHash).not.toBe(token);
    expect(await openUser(tokenHash, NOW)).toMatchObject({ ok: false });
    expect(await openUser(undefined, NOW)).toMatchObject({ ok: false });
    expect(await openUser("", NOW)).toMatchObject({ ok: false });
  });
});
