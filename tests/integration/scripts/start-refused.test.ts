import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort } from "../../support/free-port";
import { ownPlace, start } from "../../support/npm-start";

let place: Awaited<ReturnType<typeof ownPlace>>;

beforeAll(async () => {
  place = await ownPlace();
});

afterAll(() => place.remove());

/** What it says besides its own name and the steps it has done, and its exit code. */
async function refusal(settings: Readonly<Record<string, string>>) {
  const { printed, ended } = start({ ...place.settings, ...settings });
  const code = await ended;
  return {
    code,
    sentence: printed()
      .replace("Samling", "")
      .replaceAll(/^ {2}\S.*\.\. [\d.]+ s$/gm, "")
      .trim(),
  };
}

describe("npm start says in one sentence what is wrong, before anything slow", () => {
  it("a port in use", async () => {
    const port = await freePort();
    const other = createServer().listen(port, "127.0.0.1");
    await once(other, "listening");
    const sentence = (name: string) => `${name}: port ${port} is in use; stop what uses it or set ${name} to another.`;
    try {
      for (const name of ["PORT", "SMTP_PORT", "MAILBOX_PORT"])
        expect(await refusal({ [name]: String(port) })).toEqual({ code: 1, sentence: sentence(name) });
    } finally {
      other.close();
    }
  });

  it("a database address that is none", async () => {
    expect(await refusal({ DATABASE_URL: "db.example.org" })).toEqual({
      code: 1,
      sentence:
        "DATABASE_URL must be a Postgres URL with a database name, such as postgresql://user:password@host:5432/samling.",
    });
  });

  it("a database nobody answers for, without its password", async () => {
    const host = `127.0.0.1:${await freePort()}`;
    expect(await refusal({ DATABASE_URL: `postgresql://samling:hemligt@${host}/samling` })).toEqual({
      code: 1,
      sentence: `DATABASE_URL: no Postgres could be reached at ${host} (connect ECONNREFUSED ${host}).`,
    });
  });

  it("a public address without a secret", async () => {
    expect(await refusal({ APP_URL: "https://anmalan.example.org" })).toEqual({
      code: 1,
      sentence:
        "AUTH_SECRET is missing: https://anmalan.example.org needs a secret of at least 32 characters, such as from: openssl rand -base64 33.",
    });
  });

  it("load-test limits on a public address", async () => {
    const settings = { APP_URL: "https://anmalan.example.org", AUTH_SECRET: "x".repeat(40), RATE_LIMITS: "off" };
    expect(await refusal(settings)).toEqual({
      code: 1,
      sentence:
        "RATE_LIMITS=off is for load tests on this machine and refused in production on https://anmalan.example.org.",
    });
  });
}, 60_000);
