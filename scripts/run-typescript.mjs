// node scripts/run-typescript.mjs <file.ts> [arguments…]: bundles one file with what it imports from this repository and
// runs it. Node 20 does not read TypeScript by itself.
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { generateClient, root } from "./run-step.mjs";

const [, , entry, ...rest] = process.argv;
if (!entry) throw new Error("which file?");
const client = await generateClient();
if (!client.ok) throw new Error(client.output);
const outfile = join(root, "dist", basename(entry).replace(/\.ts$/, ".mjs"));
await build({
  entryPoints: [resolve(entry)],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  packages: "external",
  tsconfig: join(root, "tsconfig.json"),
  logLevel: "warning",
});
process.chdir(root);
process.argv = [process.execPath, outfile, ...rest];
await import(pathToFileURL(outfile).href);
