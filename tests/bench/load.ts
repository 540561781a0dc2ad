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

export type Load = { readonly answers: readonly Answer[]; readonly seconds: number; readonly perSecond: number };

/** A load ends at whichever comes first. */
export type Limit = { readonly count: number; readonly seconds: number };

/**
 * Sends requests, `connections` at a time, until the limit; `shot(index)` makes each. What is under way at the end of the
 * time is waited for. The connections are opened anew for every load and closed after it.
 */
export async function fire(limit: Limit, connections: number, shot: (index: number) => Shot): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const answers: Answer[] = [];
  let next = 0;
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  try {
    await Promise.all(
      Array.from({ length: Math.min(connections, limit.count) }, async () => {
        while (next < limit.count && elapsed() < limit.seconds) answers.push(await send(shot(next++), agent));
      }),
    );
  } finally {
    agent.destroy();
  }
  return { answers, seconds: elapsed(), perSecond: answers.length / elapsed() };
}

/** Throws with the first answer that has none of the statuses. */
export function expectAll(load: Load, ...statuses: readonly number[]): void {
  const strange = load.answers.find((answer) => !statuses.includes(answer.status));
  if (strange)
    throw new Error(`expected ${statuses.join(" or ")}, got ${strange.status}: ${strange.body.slice(0, 300)}`);
}

/** How many answers have the status. */
export function countOf(load: Load, status: number): number {
  return load.answers.filter((answer) => answer.status === status).length;
}
