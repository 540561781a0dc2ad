import { fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout } from "node:timers/promises";

export type MailSink = {
  readonly url: string;
  /** Mails taken so far. */
  readonly taken: () => Promise<number>;
  readonly stop: () => void;
};

/** Starts the mail server that only counts. */
export async function startMailSink(): Promise<MailSink> {
  const child = fork("tests/bench/smtp-sink.mjs");
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return {
    url: `smtp://127.0.0.1:${port}`,
    async taken() {
      const answer = once(child, "message") as Promise<[{ taken: number }]>;
      child.send("how many?");
      return (await answer)[0].taken;
    },
    stop: () => child.disconnect(),
  };
}

/** Mails a second over a window that begins when the first few have arrived. Throws when none arrive within half a minute. */
export async function mailsPerSecond(sink: MailSink, windowMs: number): Promise<number> {
  const begun = (await sink.taken()) + 20;
  for (const deadline = performance.now() + 30_000; (await sink.taken()) < begun; await setTimeout(20))
    if (performance.now() > deadline) throw new Error("no mail arrived within 30 s");
  const [from, started] = [await sink.taken(), performance.now()];
  await setTimeout(windowMs);
  return ((await sink.taken()) - from) / ((performance.now() - started) / 1000);
}
