// How `npm test` sums its runners up. Pure: reports in, rows out. A skipped test counts as failed and is named, and so
// does a runner that crashed, ran nothing, or ended with an error that its own report does not show.

/**
 * @typedef {{ kind: string; passed: number; failed: number; problems: string[] }} Row
 * @typedef {{ ok: boolean; report: any }} Run `ok`: the process ended with 0. `report`: its parsed JSON, or null.
 */

/**
 * @param {Run & { report: { name: string; ok: boolean }[] | null }} run
 * @returns {Row[]}
 */
export function gateRows({ ok, report }) {
  const row = newRow("gates");
  for (const gate of report ?? []) count(row, gate.ok, `gate failed: ${gate.name}`);
  return closed([row], ok, report, "gates");
}

/**
 * One row for each folder of tests/, so that unit, architecture, integration and faults are told apart.
 * @param {Run} run
 * @param {string[]} [kinds] the folders that must have run something
 * @returns {Row[]}
 */
export function vitestRows({ ok, report }, kinds = []) {
  const rows = new Map(kinds.map((kind) => [kind, newRow(kind)]));
  for (const file of report?.testResults ?? []) {
    const [, kind = "vitest", path = file.name] = /\/tests\/([^/]+)\/(.+)$/.exec(file.name) ?? [];
    if (!rows.has(kind)) rows.set(kind, newRow(kind));
    const row = rows.get(kind);
    for (const test of file.assertionResults) {
      const verdict = test.status === "passed" || test.status === "failed" ? test.status : "skipped";
      count(row, verdict === "passed", `${verdict}: ${kind}/${path}: ${test.fullName}`);
    }
    const blamed = file.assertionResults.some((test) => test.status !== "passed");
    if (file.status === "failed" && !blamed)
      count(row, false, `failed to run: ${kind}/${path}: ${firstLine(file.message)}`);
    else if (file.assertionResults.length === 0) count(row, false, `no test in ${kind}/${path}`);
  }
  if (report === null) return closed([], ok, report, "vitest");
  for (const row of rows.values()) if (row.passed + row.failed === 0) count(row, false, `${row.kind}: ran nothing`);
  return closed([...rows.values()], ok, report, "vitest");
}

/**
 * @param {Run} run
 * @returns {Row[]}
 */
export function playwrightRows({ ok, report }) {
  const row = newRow("e2e");
  const walk = (suite, path) => {
    for (const inner of suite.suites ?? []) walk(inner, [...path, inner.title]);
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        const verdict = { expected: "passed", unexpected: "failed" }[test.status] ?? test.status;
        count(row, verdict === "passed", `${verdict}: ${[...path, spec.title].join(" › ")} [${test.projectName}]`);
      }
    }
  };
  for (const suite of report?.suites ?? []) walk(suite, [suite.title]);
  for (const error of report?.errors ?? []) count(row, false, `e2e: ${firstLine(error.message)}`);
  return closed([row], ok, report, "e2e");
}

/**
 * @param {Row[]} rows
 * @returns {{ table: string; lastLine: string; exitCode: 0 | 1 }}
 */
export function summarise(rows) {
  const total = { passed: sum(rows, "passed"), failed: sum(rows, "failed") };
  const width = Math.max(...rows.map((row) => row.kind.length), 12);
  const line = (kind, passed, failed) =>
    `${kind.padEnd(width)}  ${String(passed).padStart(6)}  ${String(failed).padStart(6)}`;
  const table = [
    ...rows.flatMap((row) => row.problems),
    "",
    line("", "passed", "failed"),
    ...rows.map((row) => line(row.kind, row.passed, row.failed)),
  ].join("\n");
  return {
    table,
    lastLine: `${total.passed} passed, ${total.failed} failed`,
    exitCode: total.failed === 0 && total.passed > 0 ? 0 : 1,
  };
}

/**
 * A step that is no test (install, build, browser): counts only when it failed.
 * @param {string} name
 * @param {boolean} ok
 * @returns {Row[]}
 */
export function stepRows(name, ok) {
  return ok ? [] : [{ kind: name, passed: 0, failed: 1, problems: [`step failed: ${name}`] }];
}

const newRow = (kind) => ({ kind, passed: 0, failed: 0, problems: [] });
const sum = (rows, field) => rows.reduce((total, row) => total + row[field], 0);
const firstLine = (text) => String(text ?? "unknown error").split("\n")[0];

function count(row, passed, problem) {
  row[passed ? "passed" : "failed"] += 1;
  if (!passed) row.problems.push(problem);
}

function closed(rows, ok, report, kind) {
  const all = rows.length > 0 ? rows : [newRow(kind)];
  const last = all[all.length - 1];
  if (report === null) count(last, false, `${kind}: crashed, no report`);
  else if (sum(all, "passed") + sum(all, "failed") === 0) count(last, false, `${kind}: ran nothing`);
  else if (!ok && sum(all, "failed") === 0) count(last, false, `${kind}: ended with an error outside its tests`);
  return all;
}
