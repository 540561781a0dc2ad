import { isConflict, isOversold } from "./database-errors";
import { database, type Transaction } from "./db";

const ATTEMPTS = 4;

/** Thrown inside a transaction to take everything back and answer with an expected failure. */
class TakenBack extends Error {
  constructor(readonly failure: unknown) {
    super("taken back");
  }
}

/** Ends the surrounding `inTransaction` with this answer and nothing written. */
export function takeBack(failure: unknown): never {
  throw new TakenBack(failure);
}

/**
 * Runs one transaction (READ COMMITTED). When another one was in the way (deadlock, a unique value taken in the same moment,
 * the guard against overselling) it is run again from the start, so `work` must not touch anything but `tx`.
 * `takeBack(failure)` inside rolls back and makes `failure` the answer; its type is the caller's to keep.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await database().$transaction(work);
    } catch (error) {
      if (error instanceof TakenBack) return error.failure as T;
      if (attempt >= ATTEMPTS || !(isConflict(error) || isOversold(error))) throw error;
    }
  }
}
