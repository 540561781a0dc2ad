/** A success with its value. */
export type Ok<T> = { readonly ok: true; readonly value: T };

/** An expected failure: a code that both dictionaries explain, and what the explanation needs. */
export type Failure<Code extends string, Detail = undefined> = {
  readonly ok: false;
  readonly code: Code;
  readonly detail: Detail;
};

/** What every command returns: expected failures are values; the unexpected throws. */
export type Result<T, Code extends string, Detail = undefined> = Ok<T> | Failure<Code, Detail>;

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function fail<Code extends string>(code: Code): Failure<Code>;
export function fail<Code extends string, Detail>(code: Code, detail: Detail): Failure<Code, Detail>;
export function fail(code: string, detail?: unknown) {
  return { ok: false, code, detail };
}
