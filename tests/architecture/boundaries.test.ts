import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cruise } from "../../scripts/boundaries.mjs";
import { REPOSITORY } from "../support/source-files";

/** A house in which every wall is broken once: the file, what it imports, and the rule that must say so. */
const BROKEN: readonly (readonly [from: string, to: string, rule: string])[] = [
  ["lib/core/result.ts", "lib/events/queries/event.ts", "layer-core"],
  ["lib/platform/log.ts", "lib/mail/outbox.ts", "layer-platform"],
  ["lib/audit/record.ts", "lib/mail/outbox.ts", "layer-audit"],
  ["lib/mail/compose.ts", "lib/auth/session.ts", "layer-mail"],
  ["lib/events/rules/deadline.ts", "lib/registrations/rules/capacity.ts", "layer-events"],
  ["lib/programme/queries/programme.ts", "lib/ticketing/queries/categories.ts", "layer-programme"],
  ["lib/registrations/queries/form.ts", "lib/reports/queries/curve.ts", "layer-registrations"],
  ["lib/billing/queries/invoice.ts", "lib/check-in/queries/arrivals.ts", "layer-billing"],
  ["lib/events/policy.ts", "lib/newsletter/send.ts", "no-unknown-domain"],
  ["lib/events/errors.ts", "app/page.tsx", "lib-knows-no-page"],
  ["lib/events/schema.ts", "tests/support/factories/event.ts", "factories-only-for-seed"],
  ["app/(organiser)/page.tsx", "lib/registrations/rules/capacity.ts", "app-through-the-doors"],
  ["app/(public)/page.tsx", "lib/platform/db.ts", "app-never-below-the-doors"],
  ["app/api/route.ts", "lib/mail/transport.ts", "app-never-below-the-doors"],
  ["app/_ui/button.tsx", "lib/events/queries/event.ts", "ui-knows-no-domain"],
  ["emails/reminder.tsx", "lib/events/queries/event.ts", "emails-are-pure"],
  ["app/mail/page.tsx", "emails/reminder.tsx", "templates-belong-to-mail"],
  ["lib/ticketing/policy.ts", "lib/platform/generated/client.ts", "generated-client"],
  ["lib/ticketing/rules/price.ts", "lib/platform/db.ts", "rules-are-pure"],
  ["lib/i18n/format.ts", "node:fs", "pure-ground"],
  ["lib/reports/schema.ts", "lib/reports/gone.ts", "no-unresolvable"],
];
const CYCLE = ["lib/evaluation/rules/poll.ts", "lib/evaluation/rules/survey.ts"] as const;

let house: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), "samling-house-"));
  cpSync(join(REPOSITORY, "tsconfig.json"), join(house, "tsconfig.json"));
  symlinkSync(join(REPOSITORY, "node_modules"), join(house, "node_modules"));
  const imports = new Map<string, string[]>();
  const add = (from: string, line?: string) =>
    imports.set(from, [...(imports.get(from) ?? []), ...(line ? [line] : [])]);
  for (const [from, to] of [...BROKEN, [CYCLE[0], CYCLE[1]] as const, [CYCLE[1], CYCLE[0]] as const]) {
    add(from, `import "${to.startsWith("node:") ? to : `@/${to.replace(/\.tsx?$/, "")}`}";`);
    if (!to.startsWith("node:") && !to.endsWith("gone.ts")) add(to);
  }
  // Allowed: downward, and a type-only import upward must be seen although nothing of it is left after compiling.
  add("lib/reports/queries/curve.ts", 'import "@/lib/registrations/policy";');
  add("lib/registrations/policy.ts", 'import "@/lib/events/queries/event";');
  add("lib/auth/session.ts", 'import type { Sent } from "@/lib/registrations/policy";');
  for (const [path, lines] of imports) write(path, `${lines.join("\n")}\nexport type Sent = string;\n`);
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

describe("the boundary gate", () => {
  it("reports every broken wall, and nothing that is allowed", async () => {
    const { violations, seen, unseen, failure } = await cruise(house);
    expect(failure).toBeUndefined();
    expect(unseen).toEqual([]);
    expect(seen).toBeGreaterThan(25);
    const found = violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to.replace(/^(node:)?fs$/, "node:fs")}`);
    const missed = BROKEN.filter(([from, to, rule]) => {
      const target = rule === "no-unresolvable" ? "" : to;
      return !found.some((line) => line.startsWith(`${rule}: ${from} → `) && line.endsWith(target));
    });
    expect(missed).toEqual([]);
    expect(found).toContain("layer-auth: lib/auth/session.ts → lib/registrations/policy.ts");
    expect(found.some((line) => line.startsWith(`no-cycle: ${CYCLE[0]}`))).toBe(true);
    expect(found.filter((line) => line.startsWith("layer-reports"))).toEqual([]);
    expect(found.filter((line) => line.startsWith("layer-registrations: lib/registrations/policy.ts"))).toEqual([]);
  });
});
