import { describe, expect, it } from "vitest";
import { gateRows, playwrightRows, stepRows, summarise, vitestRows } from "../../../scripts/test-summary.mjs";

const file = (path: string, statuses: string[], status = "passed", message = "") => ({
  name: `/repo/tests/${path}`,
  status,
  message,
  assertionResults: statuses.map((each, index) => ({ status: each, fullName: `test ${index}` })),
});
const vitest = (files: ReturnType<typeof file>[], ok = true) => vitestRows({ ok, report: { testResults: files } });
const e2e = (statuses: string[], errors: { message: string }[] = [], ok = true) =>
  playwrightRows({
    ok,
    report: {
      errors,
      suites: [
        {
          title: "register.spec.ts",
          specs: [],
          suites: [
            {
              title: "form",
              specs: statuses.map((status, index) => ({
                title: `t${index}`,
                tests: [{ status, projectName: "chromium" }],
              })),
            },
          ],
        },
      ],
    },
  });

describe("the sum of all runners", () => {
  it("adds gates, vitest and Playwright up and ends with one plain line", () => {
    const rows = [
      ...gateRows({ ok: true, report: [{ name: "types", ok: true }] }),
      ...vitest([file("unit/a.test.ts", ["passed", "passed"]), file("integration/b.test.ts", ["passed"])]),
      ...e2e(["expected", "expected"]),
    ];
    expect(rows.map(({ kind, passed, failed }) => [kind, passed, failed])).toEqual([
      ["gates", 1, 0],
      ["unit", 2, 0],
      ["integration", 1, 0],
      ["e2e", 2, 0],
    ]);
    expect(summarise(rows)).toMatchObject({ lastLine: "6 passed, 0 failed", exitCode: 0 });
  });

  it("fails when one of them failed", () => {
    const rows = [...vitest([file("unit/a.test.ts", ["passed", "failed"], "failed")], false), ...e2e(["expected"])];
    expect(summarise(rows)).toMatchObject({ lastLine: "2 passed, 1 failed", exitCode: 1 });
  });

  it("fails when nothing ran at all", () => {
    expect(summarise([{ kind: "gates", passed: 0, failed: 0, problems: [] }]).exitCode).toBe(1);
  });
});

describe("what counts as failed", () => {
  it.each(["skipped", "pending", "todo", "disabled"])("a %s vitest test, by name", (status) => {
    expect(vitest([file("unit/a.test.ts", ["passed", status])])).toEqual([
      { kind: "unit", passed: 1, failed: 1, problems: ["skipped: unit/a.test.ts: test 1"] },
    ]);
  });

  it.each(["skipped", "flaky", "unexpected"])("a Playwright test that was %s, by name", (status) => {
    const [row] = e2e(["expected", status]);
    expect(row).toMatchObject({ passed: 1, failed: 1 });
    expect(row?.problems[0]).toContain("register.spec.ts › form › t1 [chromium]");
  });

  it("a file that could not be loaded", () => {
    const [row] = vitest([file("faults/kill.test.ts", [], "failed", "SyntaxError: no\nat x")], false);
    expect(row).toEqual({
      kind: "faults",
      passed: 0,
      failed: 1,
      problems: ["failed to run: faults/kill.test.ts: SyntaxError: no"],
    });
  });

  it("a test file without a test", () => {
    expect(vitest([file("unit/empty.test.ts", [])])[0]).toMatchObject({ passed: 0, failed: 1 });
  });

  it("a hook that failed after all tests passed", () => {
    expect(vitest([file("unit/a.test.ts", ["passed"], "failed", "afterAll")], false)[0]).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });

  it("a runner that crashed before it could report", () => {
    expect(vitestRows({ ok: false, report: null })[0]).toMatchObject({
      failed: 1,
      problems: ["vitest: crashed, no report"],
    });
    expect(playwrightRows({ ok: false, report: null })[0]).toMatchObject({ failed: 1 });
    expect(gateRows({ ok: false, report: null })[0]).toMatchObject({ failed: 1 });
  });

  it("a runner that found nothing to run", () => {
    expect(vitest([])[0]).toMatchObject({ kind: "vitest", failed: 1, problems: ["vitest: ran nothing"] });
    expect(e2e([])[0]).toMatchObject({ failed: 1, problems: ["e2e: ran nothing"] });
    expect(gateRows({ ok: true, report: [] })[0]).toMatchObject({ failed: 1 });
  });

  it("a kind of tests that has vanished", () => {
    const report = { testResults: [file("unit/a.test.ts", ["passed"])] };
    expect(vitestRows({ ok: true, report }, ["unit", "faults"]).map(({ kind, failed }) => [kind, failed])).toEqual([
      ["unit", 0],
      ["faults", 1],
    ]);
  });

  it("an exit code that no test explains, such as an unhandled rejection", () => {
    expect(vitest([file("unit/a.test.ts", ["passed"])], false)[0]).toMatchObject({ passed: 1, failed: 1 });
  });

  it("a site that did not start", () => {
    expect(e2e([], [{ message: "the site did not start\nlog" }], false)[0]).toMatchObject({
      failed: 1,
      problems: ["e2e: the site did not start"],
    });
  });

  it("a step that is no test only when it failed", () => {
    expect(stepRows("build", true)).toEqual([]);
    expect(stepRows("build", false)).toEqual([
      { kind: "build", passed: 0, failed: 1, problems: ["step failed: build"] },
    ]);
  });
});
