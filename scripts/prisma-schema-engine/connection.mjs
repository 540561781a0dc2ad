// Connections and the database itself, with the error codes Prisma's CLI knows.
import { load } from "./project-packages.mjs";

const { default: pg } = await load("pg");

export function parse(u) {
  const x = new URL(u);
  const schema = x.searchParams.get("schema") ?? "public";
  for (const k of [
    "schema",
    "connection_limit",
    "pool_timeout",
    "connect_timeout",
    "pgbouncer",
    "socket_timeout",
    "statement_cache_size",
  ])
    x.searchParams.delete(k);
  return {
    conn: x.toString(),
    schema,
    db: decodeURIComponent(x.pathname.slice(1)) || "postgres",
    host: x.hostname || "localhost",
    port: x.port || 5432,
    user: decodeURIComponent(x.username),
  };
}
export const withDb = (u, db) => {
  const x = new URL(u);
  x.pathname = `/${encodeURIComponent(db)}`;
  return x.toString();
};
export const qi = (s) => `"${s.replace(/"/g, '""')}"`;
export async function client(u) {
  const p = parse(u);
  const c = new pg.Client({
    connectionString: p.conn,
    options: `-c search_path=${p.schema.replace(/([ \\])/g, "\\$1")}`,
    application_name: "prisma-schema-engine",
  });
  c.on("error", () => {});
  try {
    await c.connect();
  } catch (e) {
    throw known(e, p);
  }
  return c;
}
function known(e, p) {
  // Prisma's user-facing error codes
  const mk = (code, message, meta = {}) => Object.assign(new Error(message), { error_code: code, meta });
  if (e.code === "3D000")
    return mk("P1003", `Database \`${p.db}\` does not exist on the database server at \`${p.host}:${p.port}\`.`);
  if (e.code === "28P01" || e.code === "28000")
    return mk(
      "P1000",
      `Authentication failed against database server, the provided database credentials for \`${p.user}\` are not valid.`,
    );
  if (["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "EAI_AGAIN"].includes(e.code) || e.errors)
    return mk(
      "P1001",
      `Can't reach database server at \`${p.host}:${p.port}\`\n\nPlease make sure your database server is running at \`${p.host}:${p.port}\`.`,
    );
  return e;
}

export async function createDatabase(u) {
  const p = parse(u);
  let c;
  for (const db of ["postgres", "template1"]) {
    try {
      c = await client(withDb(u, db));
      break;
    } catch (e) {
      if (db === "template1") throw e;
    }
  }
  try {
    await c.query(`CREATE DATABASE ${qi(p.db)}`);
  } catch (e) {
    if (e.code === "42P04")
      throw Object.assign(new Error(`Database \`${p.db}\` already exists`), { error_code: "P1009" });
    throw e;
  } finally {
    await c.end();
  }
  if (p.schema !== "public") {
    const d = await client(u);
    await d.query(`CREATE SCHEMA IF NOT EXISTS ${qi(p.schema)}`);
    await d.end();
  }
  return p.db;
}
