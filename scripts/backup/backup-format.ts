import { z } from "zod";

/** A new number when a file can no longer be read as before. */
export const FORMAT = 1;
export const HEAD = "-- samling-backup ";
export const END = "-- end ";
/** As `psql` ends the rows of a COPY; no row looks like it, since a backslash is written as two. */
export const ROWS_END = "\\.\n";

const headSchema = z.object({
  format: z.literal(FORMAT),
  takenAt: z.iso.datetime({ precision: null }),
  /** Those that had been applied, oldest first. */
  migrations: z.array(z.string()).min(1),
});
const endSchema = z.object({ rows: z.int().nonnegative() });

/** What the first line of a backup says of it. */
export type BackupHead = z.output<typeof headSchema>;

/** The first line; null when it is not that of a backup we can read. */
export function parseHead(line: string | null): BackupHead | null {
  return parsed(headSchema, HEAD, line);
}

/** How many rows the last line says there are; null when it is another line. */
export function parseEnd(line: string): number | null {
  return parsed(endSchema, END, line)?.rows ?? null;
}

function parsed<T>(schema: z.ZodType<T>, prefix: string, line: string | null): T | null {
  if (!line?.startsWith(prefix)) return null;
  try {
    return schema.parse(JSON.parse(line.slice(prefix.length)));
  } catch {
    return null;
  }
}
