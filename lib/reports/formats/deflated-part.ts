import { once } from "node:events";
import { crc32, createDeflateRaw } from "node:zlib";
import type { AsyncFlateStreamHandler, ZipInputFile } from "fflate";

/**
 * A long part of a ZIP archive, compressed by Node's own zlib on another thread while the next rows are read: several
 * times as fast as compressing here, and the server goes on answering.
 */
export class DeflatedPart implements ZipInputFile {
  readonly compression = 8;
  size = 0;
  crc = 0;
  ondata?: AsyncFlateStreamHandler;
  // A sheet says the same words again and again: more effort makes it little smaller, and much slower.
  readonly #deflate = createDeflateRaw({ level: 1 }).on("data", (chunk: Buffer<ArrayBuffer>) =>
    this.ondata?.(null, chunk, false),
  );

  constructor(readonly filename: string) {}

  /** Resolves when the bytes are taken, so that no more than one batch waits. */
  async push(bytes: Uint8Array): Promise<void> {
    this.size += bytes.length;
    this.crc = crc32(bytes, this.crc);
    await new Promise<void>((resolve, reject) => {
      this.#deflate.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  async end(): Promise<void> {
    const ended = once(this.#deflate, "end");
    this.#deflate.end();
    await ended;
    this.ondata?.(null, new Uint8Array(), true);
  }

  /** Gives zlib's memory back when the reader has left. */
  terminate(): void {
    this.#deflate.destroy();
  }
}
