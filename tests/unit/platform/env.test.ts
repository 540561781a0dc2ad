import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isLoopback, readEnv, readStartEnv, SETTING_NAMES } from "@/lib/platform/env";
import { REPOSITORY } from "../../support/source-files";

const SECRET = "a-secret-of-more-than-thirty-two-characters";
const given = (more: Record<string, string> = {}) =>
  ({ DATABASE_URL: "postgresql://u:p@db:5432/samling", AUTH_SECRET: SECRET, ...more }) as unknown as NodeJS.ProcessEnv;

describe("settings", () => {
  it("have their defaults; an empty one counts as not set", () => {
    expect(readEnv(given({ PORT: "4000", SMTP_URL: " ", RATE_LIMITS: "" }))).toMatchObject({
      PORT: 4000,
      APP_URL: "http://localhost:4000",
      SMTP_URL: "smtp://127.0.0.1:1025",
      RATE_LIMITS: "on",
      TRUSTED_PROXIES: 0,
      NODE_ENV: "production",
    });
  });

  it("keep the site's address as an origin", () => {
    expect(readEnv(given({ APP_URL: "https://Anmalan.Example.org/" })).APP_URL).toBe("https://anmalan.example.org");
  });

  it.each([
    [{ PORT: "abc" }, /^PORT must be a port number/],
    [{ PORT: "0" }, /^PORT must be/],
    [{ APP_URL: "anmalan.example.org" }, /^APP_URL must be/],
    [{ APP_URL: "javascript:alert(1)" }, /^APP_URL must be/],
    [{ APP_URL: "https://example.org/path" }, /^APP_URL must be/],
    [{ DATABASE_URL: "mysql://db/samling" }, /^DATABASE_URL must be/],
    [{ DATABASE_URL: "" }, /^DATABASE_URL is missing/],
    [{ AUTH_SECRET: "short" }, /^AUTH_SECRET must be/],
    [{ MAIL_FROM: "Samling <a@b>\r\nBcc: x@y.se" }, /^MAIL_FROM must be/],
    [{ RATE_LIMITS: "no" }, /^RATE_LIMITS must be/],
    [{ TRUSTED_PROXIES: "many" }, /^TRUSTED_PROXIES must be/],
    [{ RATE_LIMITS: "off", APP_URL: "https://anmalan.example.org" }, /^RATE_LIMITS=off .* refused in production/],
  ])("%j is refused in one sentence", (wrong, sentence) => {
    expect(() => readEnv(given(wrong))).toThrow(sentence);
  });

  it("let a load test on this machine do without rate limits", () => {
    expect(readEnv(given({ RATE_LIMITS: "off", APP_URL: "http://127.0.0.1:3000" })).RATE_LIMITS).toBe("off");
  });

  it("of npm start may leave out what it makes itself, but not the secret of a public site", () => {
    expect(readStartEnv({} as NodeJS.ProcessEnv)).toMatchObject({ PORT: 3000, DATA_DIR: ".data" });
    expect(() => readStartEnv({ APP_URL: "https://anmalan.example.org" } as unknown as NodeJS.ProcessEnv)).toThrow(
      /^AUTH_SECRET is missing: https:\/\/anmalan\.example\.org needs/,
    );
  });

  it.each([
    ["http://localhost:3000", true],
    ["http://127.8.0.1", true],
    ["http://[::1]:3000", true],
    ["http://localhost.example.org", false],
    ["http://127.0.0.1.example.org", false],
    ["https://10.0.0.1", false],
  ])("%s is on this machine: %s", (url, expected) => {
    expect(isLoopback(url)).toBe(expected);
  });

  it("are all in the README's table, and the table has no other", () => {
    const readme = readFileSync(join(REPOSITORY, "README.md"), "utf8");
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name = ""]) => name);
    expect(rows.filter((name) => name !== "NEXT_SERVER_ACTIONS_ENCRYPTION_KEY").sort()).toEqual(
      [...SETTING_NAMES].sort(),
    );
  });
});
