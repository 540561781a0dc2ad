// `npm run bench`: measures the product against what it stands on and writes docs/benchmarks.md. Takes about ten minutes.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { root } from "./run-step.mjs";

const outfile = join(root, "dist/bench.mjs");
await build({
  entryPoints: [join(root, "tests/bench/run.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  tsconfig: join(root, "tsconfig.json"),
  logLevel: "warning",
});
process.chdir(root);
const { runBenchmark } = await import(pathToFileURL(outfile).href);
await runBenchmark(process.argv.slice(2), process.env);
