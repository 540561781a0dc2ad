#!/usr/bin/env node
// Prisma's CLI looks for a native `schema-engine` and would download it. This stands in for it: the same arguments and
// JSON-RPC on stdio, over Prisma's own WebAssembly engine and node-postgres, all from npm. To use the CLI without a
// download: PRISMA_SCHEMA_ENGINE_BINARY=scripts/prisma-schema-engine.mjs npx prisma migrate dev
import { randomInt } from "node:crypto";
import fs from "node:fs";
import readline from "node:readline";
import { fileURLToPath } from "node:url";
import { client, createDatabase, parse, qi, withDb } from "./prisma-schema-engine/connection.mjs";
import { Conn } from "./prisma-schema-engine/driver-adapter.mjs";
import { load, resolvePackage } from "./prisma-schema-engine/project-packages.mjs";

const { bindMigrationAwareSqlAdapterFactory } = await load("@prisma/driver-adapter-utils");

const argv = process.argv.slice(2),
  opt = { datamodels: [] };
let cmd;
for (let i = 0; i < argv.length; i++) {
  const a = argv[i];
  if (a === "--datamodels" || a === "-d") opt.datamodels.push(argv[++i]);
  else if (a === "--datasource") opt.datasource = JSON.parse(argv[++i]);
  else if (a === "--version" || a === "-V") cmd = "version";
  else if (a === "cli") cmd = argv[++i];
  else if (a.startsWith("--")) i++;
}
const url = opt.datasource?.url,
  shadowUrl = opt.datasource?.shadowDatabaseUrl;

const open = new Set();
const factory = {
  provider: "postgres",
  adapterName: "schema-engine-shim",
  async connect() {
    if (!url) throw new Error("The datasource.url property is required in your Prisma config file.");
    const c = await client(url);
    open.add(c);
    return new Conn(c, parse(url).schema);
  },
  async connectToShadowDb() {
    if (shadowUrl) {
      const c = await client(shadowUrl);
      open.add(c); // reset it, like the native engine
      const s = parse(shadowUrl).schema;
      await c.query(`DROP SCHEMA IF EXISTS ${qi(s)} CASCADE; CREATE SCHEMA ${qi(s)}`);
      return new Conn(c, s);
    }
    const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`,
      admin = await client(url);
    await admin.query(`CREATE DATABASE ${qi(name)}`);
    const c = await client(withDb(url, name));
    open.add(c);
    return new Conn(c, parse(url).schema, async () => {
      await admin.query(`DROP DATABASE IF EXISTS ${qi(name)} WITH (FORCE)`).catch(() => {});
      await admin.end();
    });
  },
};
const logLine = (level, message, extra = {}) =>
  process.stderr.write(
    `${JSON.stringify({
      timestamp: new Date(performance.timeOrigin + performance.now()).toISOString(),
      level,
      fields: { message, ...extra },
      target: "schema_engine::logger",
    })}\n`,
  );
async function loadWasm() {
  const entry = resolvePackage("@prisma/schema-engine-wasm"),
    bg = await load("@prisma/schema-engine-wasm/schema_engine_bg");
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: "",
    get() {
      return this.message;
    },
    set_message(m) {
      this.message = `RuntimeError: ${m}`;
    },
  };
  const mod = await WebAssembly.instantiate(fs.readFileSync(fileURLToPath(new URL("./schema_engine_bg.wasm", entry))), {
    "./schema_engine_bg.js": bg,
  });
  bg.__wbg_set_wasm(mod.instance.exports);
  mod.instance.exports.__wbindgen_start();
  return bg;
}
let engine;
async function getEngine() {
  engine ??= await startEngine();
  return engine;
}
async function startEngine() {
  const bg = await loadWasm();
  const bound = bindMigrationAwareSqlAdapterFactory(factory);
  const datamodels = opt.datamodels.length ? opt.datamodels.map((f) => [f, fs.readFileSync(f, "utf8")]) : undefined;
  return bg.SchemaEngine.new({ datamodels }, () => {}, bound);
}
async function call(method, params) {
  const target = params?.datasource?.url ?? url;
  switch (method) {
    case "createDatabase":
      return { databaseName: await createDatabase(target) };
    case "ensureConnectionValidity": {
      const c = await client(target);
      await c.end();
      return {};
    }
    case "getDatabaseVersion": {
      const c = await client(target);
      const v = (await c.query("select version()")).rows[0].version;
      await c.end();
      return v;
    }
    case "dbExecute": {
      const c = await client(params.datasourceType?.url ?? url);
      try {
        await c.query(params.script);
      } finally {
        await c.end();
      }
      return {};
    }
    case "diff": {
      const r = await (await getEngine()).diff(params);
      if (r.stdout)
        send({
          jsonrpc: "2.0",
          id: randomInt(1e6, 2e6),
          method: "print",
          params: { content: r.stdout.replace(/\n$/, "") },
        });
      return { exitCode: r.exitCode, stdout: null };
    }
    default: {
      const e = await getEngine();
      if (typeof e[method] !== "function") throw new Error(`unsupported schema-engine method ${method}`);
      return (await e[method](params ?? {})) ?? {};
    }
  }
}
const send = (o) => process.stdout.write(`${JSON.stringify(o)}\n`);
function toRpcError(e) {
  let msg = e?.message ?? String(e);
  const panic = globalThis.PRISMA_WASM_PANIC_REGISTRY?.get() && /unreachable|RuntimeError/.test(msg);
  let code = e?.error_code ?? e?.code ?? e?.meta?.error_code;
  if (typeof code !== "string" || !/^P\d+/.test(code)) code = undefined;
  const m = code ? null : /^(P\d{4})\s+/.exec(msg);
  if (m) {
    code = m[1];
    msg = msg.slice(m[0].length);
  }
  return {
    code: 4466,
    message: "An error happened. Check the data field for details.",
    data: {
      is_panic: !!panic,
      message: panic ? globalThis.PRISMA_WASM_PANIC_REGISTRY.get() : msg,
      ...(code ? { error_code: code } : {}),
      meta: e?.meta ?? null,
      ...(panic ? { error: { message: msg } } : {}),
    },
  };
}

if (cmd === "version") {
  console.log(
    `schema-engine-wasm (${JSON.parse(fs.readFileSync(fileURLToPath(new URL("./package.json", resolvePackage("@prisma/schema-engine-wasm"))), "utf8")).version})`,
  );
  process.exit(0);
}
if (cmd) {
  logLine("INFO", "Starting schema engine CLI"); // the CLI drops the first stderr line
  try {
    if (cmd === "can-connect-to-database") {
      const c = await client(url);
      await c.end();
      console.log("Connection successful");
    } else if (cmd === "create-database")
      console.log(`Database '${await createDatabase(url)}' was successfully created.`);
    else if (cmd === "drop-database") {
      const p = parse(url),
        c = await client(withDb(url, "postgres"));
      await c.query(`DROP DATABASE IF EXISTS ${qi(p.db)}`);
      await c.end();
    } else throw new Error(`unknown command ${cmd}`);
    process.exit(0);
  } catch (e) {
    logLine("ERROR", e.message, e.error_code ? { error_code: e.error_code, is_panic: false } : {});
    process.exit(1);
  }
}

let queue = Promise.resolve();
readline
  .createInterface({ input: process.stdin, crlfDelay: Infinity })
  .on("line", (line) => {
    if (!line.trim()) return;
    const msg = JSON.parse(line);
    if (!msg.method) return; // reply to our `print`
    queue = queue.then(async () => {
      try {
        send({ jsonrpc: "2.0", id: msg.id, result: await call(msg.method, msg.params) });
      } catch (e) {
        send({ jsonrpc: "2.0", id: msg.id, error: toRpcError(e) });
      }
    });
  })
  .on("close", () =>
    queue.then(async () => {
      for (const c of open) await c.end().catch(() => {});
      process.exit(0);
    }),
  );
process.on("SIGTERM", () => process.exit(0));
