import { isUnavailable } from "@/lib/platform/database-errors";
import { inTransaction } from "@/lib/platform/transaction";
import { admitTogether } from "./admit-together";
import type { Application, ApplicationAnswer } from "./application";
import { nameOf } from "./idempotency";

/** How many applications one transaction takes at the most: the last of them waits for all before it. */
const BATCH = 128;

type Waiting = {
  readonly application: Application;
  readonly answer: (answer: ApplicationAnswer) => void;
  readonly fail: (error: unknown) => void;
};

/**
 * Group admission: one transaction in flight for the process, across all its events. An application that comes alone is
 * admitted at once; those that come while a transaction runs are admitted together in the next one, in the order in which
 * they came. The locks are the database's, so several processes share one event rightly.
 */
export class AdmissionQueue {
  readonly #waiting: Waiting[] = [];
  #isRunning = false;

  /** The answer to one application, once it is committed. Rejects when the database cannot be used. */
  admit(application: Application): Promise<ApplicationAnswer> {
    return new Promise((answer, fail) => {
      this.#waiting.push({ application, answer, fail });
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) await admitBatch(takeBatch(this.#waiting));
    this.#isRunning = false;
  }
}

/** The process's own queue. */
export const admissionQueue = new AdmissionQueue();

/** The first in line, without a second submit under the same key: that one is answered in the next batch, as a replay. */
function takeBatch(waiting: Waiting[]): Waiting[] {
  const keys = new Set<string>();
  const batch: Waiting[] = [];
  const later: Waiting[] = [];
  for (const one of waiting.splice(0)) {
    const { claim } = one.application;
    const isSecond = claim !== null && keys.has(nameOf(claim));
    if (batch.length === BATCH || isSecond) later.push(one);
    else batch.push(one);
    if (claim) keys.add(nameOf(claim));
  }
  waiting.push(...later);
  return batch;
}

async function admitBatch(batch: readonly Waiting[]): Promise<void> {
  try {
    const answers = await inTransaction((tx) =>
      admitTogether(
        tx,
        batch.map(({ application }) => application),
      ),
    );
    batch.forEach(({ answer, fail }, index) => {
      const own = answers[index];
      if (own) answer(own);
      else fail(new Error("an application was left without an answer"));
    });
  } catch (error) {
    const [first, ...rest] = batch;
    // One that poisons its batch fails by itself; a database that cannot be used fails everybody at once.
    if (rest.length === 0 || isUnavailable(error)) for (const { fail } of batch) fail(error);
    else for (const one of first ? [first, ...rest] : rest) await admitBatch([one]);
  }
}
