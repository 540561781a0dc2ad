import { Agent, request } from "node:http";

export type Answer = { readonly status: number; readonly body: string; readonly milliseconds: number };
export type Shot = {
  readonly url: string;
  readonly method?: "GET" | "POST";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};

/** One request over a kept-alive connection; rejects when no answer comes within 30 s. */
function send(shot: Shot, agent: Agent): Promise<Answer> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const outgoing = request(shot.url, { method: shot.method ?? "GET", headers: shot.headers, agent, timeout: 30_000 });
    outgoing.on("timeout", () => outgoing.destroy(new Error(`no answer within 30 s: ${shot.url}`)));
    outgoing.on("error", reject);
    outgoing.on("response", (incoming) => {
      let body = "";
      incoming.setEncoding("utf8");
      incoming.on("data", (chunk: string) => (body += chunk));
      incoming.on("error", reject);
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, body, milliseconds: performance.now() - started }),
      );
    });
    outgoing.end(shot.body);
  });
}

export type Load = { readonly answers: readonly Answer[]; readonly seconds: number };

/**
 * Sends exactly `count` requests, `connections` at a time; `shot(index)` makes each. The connections are opened anew
 * for every load and closed after it.
 */
export async function fire(count: number, connections: number, shot: (index: number) => Shot): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answers: Answer[] = [];
  let next = 0;
  const started = performance.now();
  try {
    await Promise.all(
      Array.from({ length: Math.min(connections, count) }, async () => {
        while (next < count) answers.push(await send(shot(next++), agent));
      }),
    );
  } finally {
    agent.destroy();
  }
  return { answers, seconds: (performance.now() - started) / 1000 };
}

/** Throws with the first strange answer unless all have the status. */
export function expectAll(load: Load, status: number): void {
  const strange = load.answers.find((answer) => answer.status !== status);
  if (strange) throw new Error(`expected ${status}, got ${strange.status}: ${strange.body.slice(0, 300)}`);
}
