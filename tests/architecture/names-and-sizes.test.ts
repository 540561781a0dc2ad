import { describe, expect, it } from "vitest";
import { sourceFiles } from "../support/source-files";

const NAMELESS = /(^|\/)(utils?|helpers?|common|misc|types|constants|index)(\/|\.(ts|tsx|mjs)$)/;
/** Tools insist on these names. */
const NAMED_BY_TOOLS = ["prisma/seed/index.ts"];
const LONGEST = 400;
const MEDIAN = 80;

/** What a domain may hold beside the files every domain may have, and why. */
const OWN_FILES: Readonly<Record<string, readonly RegExp[]>> = {
  // The ground layers are no domains: one file a concept.
  core: [/^[a-z-]+\.ts$/],
  i18n: [/^[a-z-]+\.ts$/, /^messages\/[a-z-]+\.ts$/],
  platform: [/^[a-z-]+(\/[a-z-]+)?\.ts$/],
  // Mail and audit serve all domains: the outbox's writer, the delivery and the standards of a message.
  mail: [/^[a-z-]+\.tsx?$/],
  audit: [/^[a-z-]+\.ts$/],
  // Gates mint the scopes that everything else takes; sign-in is wired to next-auth here.
  auth: [/^[a-z-]+\.ts$/],
  // The one schema of form, action and API in parts: its fields, how a form's data gets to it, how its errors get back.
  // Admission is a machine of its own: what comes in, the queue, the ground it stands on, what it writes.
  registrations: [
    /^admission\/[a-z-]+\.ts$/,
    /^(answers-schema|text-fields|form-data|file-answer|file-kinds|registration-form|field-errors|error-messages|billing-schema|booking-schema|invitation-schema|tag-schema|by-hand-schema|settings-schema|question-schema|question-form-data|question-messages)\.ts$/,
  ],
  // What prices are made from, and the one way from a choice to a price, in the browser as on the server.
  ticketing: [/^(price-list|quote)\.ts$/],
  // One writer a format: rows in, a stream out. What the lists of mails and of the log can be asked for, beside the list of people.
  reports: [/^formats\/[a-z-]+\.ts$/, /^(mail|log)-schema\.ts$/],
};
const EVERY_DOMAIN = [
  /^schema\.ts$/,
  /^policy\.ts$/,
  /^queries\/[a-z-]+\.ts$/,
  /^errors\.ts$/,
  /^mails(\/[a-z-]+)?\.tsx?$/,
  /^rules\/[a-z-]+\.ts$/,
  /^commands\/[a-z]+(-[a-z]+)+\.ts$/,
];

function strangers(paths: readonly string[]): string[] {
  return paths.filter((path) => {
    const [, domain = "", inside = ""] = /^lib\/([^/]+)\/(.+)$/.exec(path) ?? [];
    return ![...EVERY_DOMAIN, ...(OWN_FILES[domain] ?? [])].some((allowed) => allowed.test(inside));
  });
}

describe("names", () => {
  it("no file or folder is called utils, helpers, common, misc, types, constants or index", () => {
    const paths = sourceFiles().map((file) => file.path);
    expect(paths.length).toBeGreaterThan(0);
    expect(paths.filter((path) => NAMELESS.test(path) && !NAMED_BY_TOOLS.includes(path))).toEqual([]);
  });

  it("sees such a name wherever it stands", () => {
    const bad = ["lib/utils.ts", "app/_ui/helpers/date.tsx", "lib/core/types.ts", "lib/events/index.ts"];
    expect(bad.filter((path) => !NAMELESS.test(path))).toEqual([]);
    expect(NAMELESS.test("lib/events/rules/common-deadline.ts")).toBe(false);
  });

  it("every domain has only the files every domain has, or those named above", () => {
    const paths = sourceFiles(/\.tsx?$/).flatMap(({ path }) => (path.startsWith("lib/") ? [path] : []));
    expect(paths.length).toBeGreaterThan(0);
    expect(strangers(paths)).toEqual([]);
  });

  it("sees a stranger in a domain", () => {
    const bad = [
      "lib/events/service.ts",
      "lib/events/queries.ts",
      "lib/events/commands/publish.ts",
      "lib/registrations/rules/deep/capacity.ts",
    ];
    expect(strangers(bad)).toEqual(bad);
  });
});

describe("sizes", () => {
  const lines = sourceFiles().map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }));

  it(`no source file has over ${LONGEST} lines`, () => {
    expect(lines.length).toBeGreaterThan(20);
    expect(lines.filter((file) => file.lines > LONGEST)).toEqual([]);
  });

  it(`the middle file has at most ${MEDIAN} lines`, () => {
    expect(lines.length).toBeGreaterThan(20);
    const sorted = lines.map((file) => file.lines).sort((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(MEDIAN);
  });
});
