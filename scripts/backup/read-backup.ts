import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { DatabaseError } from "@/lib/platform/database-connection";
import { ROWS_END } from "./backup-format";

const NEWLINE = 10;
const END_AFTER_NEWLINE = `\n${ROWS_END}`;

/** A backup read from its beginning, a line or a table's rows at a time; it is never in memory as a whole. */
export class BackupReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(file: string) {
    this.#chunks = unpacked(file);
  }

  /** The next line without its end; null after the last one. */
  async line(): Promise<string | null> {
    for (;;) {
      const end = this.#rest.indexOf(NEWLINE);
      if (end >= 0) {
        const line = this.#rest.subarray(0, end).toString("utf8");
        this.#rest = this.#rest.subarray(end + 1);
        return line;
      }
      const more = await this.#next();
      if (!more) return null;
      this.#rest = Buffer.concat([this.#rest, more]);
    }
  }

  /** The rows of a table as they stand in the file, after its COPY line; leaves the reader behind them. */
  async *rows(): AsyncGenerator<Buffer> {
    // The newline of the COPY line, so that the end is found where there are no rows at all.
    let held = Buffer.concat([Buffer.from("\n"), this.#rest]);
    let given = 1;
    for (;;) {
      const end = held.indexOf(END_AFTER_NEWLINE);
      if (end >= 0) {
        this.#rest = held.subarray(end + END_AFTER_NEWLINE.length);
        if (end + 1 > given) yield held.subarray(given, end + 1);
        return;
      }
      // The end may lie across two pieces.
      const sure = held.length - END_AFTER_NEWLINE.length;
      if (sure > given) {
        yield held.subarray(given, sure);
        held = held.subarray(sure);
        given = 0;
      }
      const more = await this.#next();
      if (!more) throw new DatabaseError("The backup ends in the middle of a table.");
      held = Buffer.concat([held, more]);
    }
  }

  /** Lets go of the file. */
  async close(): Promise<void> {
    await this.#chunks.return?.();
  }

  async #next(): Promise<Buffer | null> {
    try {
      const { value, done } = await this.#chunks.next();
      return done ? null : value;
    } catch (error) {
      throw new DatabaseError(`The backup cannot be read (${(error as Error).message}).`);
    }
  }
}

async function* unpacked(file: string): AsyncGenerator<Buffer> {
  const packed = createReadStream(file);
  const unpacker = createGunzip();
  packed.on("error", (error) => unpacker.destroy(error));
  try {
    for await (const chunk of packed.pipe(unpacker)) yield chunk as Buffer;
  } finally {
    packed.destroy();
  }
}
