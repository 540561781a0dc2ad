import { Readable } from "node:stream";
import type { Smtp } from "@/lib/platform/smtp";

/**
 * How long one mail may keep the next one from its last step, in milliseconds. A server that says yes within it never has more than one
 * mail of a worker whose taking is not written down yet; a slower one, or one that falls silent, holds nobody up for long.
 */
const PATIENCE_MS = 250;

/** What is kept of a mail until all before it has been handed to the server, in bytes. */
const TAIL = 64;

/** The last step of sending, one mail at a time. */
export type Departures = {
  /** A mail's outcome is written down, or it came to nothing: the next one may leave. */
  readonly done: (messageId: string) => void;
};

/**
 * Lets mails take their last step one by one: the line that makes the server take the mail is only written once what became of the one
 * before is in the outbox. Everything up to it goes on side by side. So a worker that is killed leaves at most one mail of
 * which nobody knows whether the server has it, and that is sent once more, as the same message.
 */
export function oneByOne(smtp: Smtp): Departures {
  const leaving = new Map<string, () => void>();
  let last: Promise<void> = Promise.resolve();

  async function enter(messageId: string): Promise<void> {
    const before = last;
    let leave: () => void = () => undefined;
    last = new Promise((resolve) => {
      leave = resolve;
    });
    await before;
    const done = () => {
      clearTimeout(timer);
      if (leaving.get(messageId) === done) leaving.delete(messageId);
      leave();
    };
    const timer = setTimeout(done, PATIENCE_MS);
    leaving.set(messageId, done);
  }

  smtp.use("stream", (mail, ready) => {
    const { message } = mail;
    const { messageId } = mail.data;
    if (!message || !messageId) return ready();
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      async function* held(): AsyncGenerator<Buffer> {
        // Two pieces instead of the many it is made in, each of which would be written by itself.
        const whole = await collected(create(options));
        yield whole.subarray(0, -TAIL);
        yield whole.subarray(-TAIL);
        await enter(messageId ?? "");
      }
      return Readable.from(held(), { objectMode: false, highWaterMark: 1 }) as ReturnType<typeof create>;
    };
    ready();
  });
  return { done: (messageId) => leaving.get(messageId)?.() };
}

/** All that a stream says. */
function collected(stream: NodeJS.ReadableStream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    stream.on("data", (piece: Buffer) => pieces.push(piece));
    stream.once("end", () => resolve(Buffer.concat(pieces)));
    stream.once("error", reject);
  });
}
