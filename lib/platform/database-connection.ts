import pg from "pg";

/** The database cannot be used; the message is one sentence without the password. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}

const MISSING_DATABASE = "3D000";

/**
 * One connection, in UTC, for work that needs a session of its own: migrations, locks. With `create`, a database that
 * does not exist is made. Throws `DatabaseError` when the server cannot be reached or refuses.
 */
export async function openConnection(url: string, options: { create?: boolean } = {}): Promise<pg.Client> {
  try {
    return await connected(url);
  } catch (error) {
    if (!options.create || codeOf(error) !== MISSING_DATABASE) throw explained(error, url);
  }
  await createDatabase(url);
  return connected(url).catch((error: unknown) => {
    throw explained(error, url);
  });
}

async function createDatabase(url: string): Promise<void> {
  const server = new URL(url);
  server.pathname = "/postgres";
  try {
    const admin = await connected(server.href);
    const name = pg.escapeIdentifier(nameOf(url));
    await admin.query(`CREATE DATABASE ${name}`).finally(() => admin.end());
  } catch (error) {
    // Another process that starts at the same time may have made it.
    if (codeOf(error) === "42P04" || codeOf(error) === "23505") return;
    throw new DatabaseError(
      `DATABASE_URL: the database "${nameOf(url)}" does not exist on ${hostOf(url)} and could not be created (${reason(error)}).`,
    );
  }
}

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    options: "-c TimeZone=UTC",
    application_name: "samling",
  });
  // A connection that is lost between two statements shows at the next one; without a listener it would end the process.
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

function explained(error: unknown, url: string): DatabaseError {
  const host = hostOf(url);
  const code = codeOf(error);
  if (code === "28P01" || code === "28000")
    return new DatabaseError(`DATABASE_URL: ${host} refuses the user or the password.`);
  if (code === MISSING_DATABASE)
    return new DatabaseError(`DATABASE_URL: the database "${nameOf(url)}" does not exist on ${host}.`);
  return new DatabaseError(`DATABASE_URL: no Postgres could be reached at ${host} (${reason(error)}).`);
}

const hostOf = (url: string) => new URL(url).host || "the local socket";
const nameOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1));
const codeOf = (error: unknown) => (error as { code?: unknown }).code;

function reason(error: unknown): string {
  const { code, message } = error as { code?: string; message?: string };
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return (message || code || "unknown reason").split("\n")[0]?.replace(/\.$/, "") ?? "unknown reason";
}
