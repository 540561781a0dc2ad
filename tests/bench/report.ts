import { cpus, totalmem } from "node:os";
import type { Finding } from "./measure";

export type Run = {
  /** As it was typed. */
  readonly command: string;
  readonly rounds: number;
  readonly small: number;
  readonly large: number;
  readonly minutes: number;
  /** How many processes wanted a processor, averaged over the minute before the run. */
  readonly loadBefore: number;
};

const figure = (value: number) => (Math.abs(value) >= 100 ? String(Math.round(value)) : value.toFixed(2));

/** The run as a Markdown page: what was measured, against what, and whether the target is met. */
export function report(findings: readonly Finding[], run: Run): string {
  const rows = findings.map((finding) => {
    const { median, lowest, highest } = finding.figure;
    const unit = finding.unit ? ` ${finding.unit}` : "";
    const range = lowest === highest ? "–" : `${figure(lowest)}–${figure(highest)}`;
    return `| ${finding.number} | ${finding.what} | ${finding.against} | ${figure(median)}${unit} | ${range} | ${finding.target} | ${finding.met ? "yes" : "**no**"} |`;
  });
  return `# Benchmarks

Written by \`npm run bench\`. Both sides of a ratio are measured alternately in one run on one machine, so that what
drifts drifts for both; the figure is the median of ${run.rounds} rounds, the range is the lowest and the highest. After
every load the database is checked: as many rows as there were answers "registered", no place sold twice.

| # | what | against | measured | range | target | met? |
|---|---|---|---|---|---|---|
${rows.join("\n")}

## The plain figures

${findings.map((finding) => `- **#${finding.number}** ${finding.what}: ${finding.detail}`).join("\n")}

## How it was run

- Command: \`${run.command}\`, ${run.minutes} minutes. Before it began, ${run.loadBefore.toFixed(1)} processes wanted a processor on average: ${run.loadBefore < 0.5 ? "nothing else went on" : "**other work went on**, so the plain figures are low and the ranges wide"}.
- Machine: ${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GB memory, Node ${process.versions.node},
  ${process.platform} ${process.arch}. The load comes from another process on the same machine, over loopback; it and
  Postgres take their share of the same processors.
- The embedded Postgres as \`npm start\` runs it, syncing to disk. One app process, \`RATE_LIMITS=off\`; a worker only
  where mail is measured.
- Existing registrations: ${run.small} in the small event, ${run.large} in the large one.

Run it again: \`npm run bench\`, on Linux with nothing else going on. \`npm run bench -- --rows 1000000\` sets the size of the large
event, \`--rounds 9\` the rounds, \`--only 1,5\` measures some numbers and prints them without writing this page.
`;
}
