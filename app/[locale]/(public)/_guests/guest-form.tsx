"use client";

import { useActionState, useEffect, useRef } from "react";

export type GuestState = {
  readonly attempt: number;
  readonly problem: string | null;
  /** What is wrong, by field: "name.0", "email.2". */
  readonly messages: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, string>>;
};
type Row = { readonly name: string; readonly email: string };
type Props = {
  readonly action: (state: GuestState, form: FormData) => Promise<GuestState>;
  readonly hidden: Readonly<Record<string, string>>;
  /** The words of each guest's two fields. */
  readonly rows: readonly Row[];
  readonly texts: { readonly problemHeading: string; readonly submit: string; readonly submitting: string };
};

// Without JavaScript the browser itself moves the focus here when the answer is loaded.
const FOCUSED_WHEN_LOADED = { autoFocus: true };

/** A name and an address for each guest; what stood in the way is told above and at its field. Plain HTML first. */
export function GuestForm({ action, hidden, rows, texts }: Props) {
  const [state, send, pending] = useActionState(action, { attempt: 0, problem: null, messages: {}, values: {} });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.attempt > 0) box.current?.focus();
  }, [state.attempt]);
  return (
    <form action={send} className="form" aria-busy={pending}>
      {state.problem && (
        <div ref={box} className="error-summary" role="alert" tabIndex={-1} {...FOCUSED_WHEN_LOADED}>
          <h3>{texts.problemHeading}</h3>
          <p>{state.problem}</p>
          <ul>
            {Object.entries(state.messages).map(([field, message]) => (
              <li key={field}>
                <a href={`#guest-${field}`}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {rows.map((row, index) =>
        (["name", "email"] as const).map((part) => {
          const field = `${part}.${index}`;
          const message = state.messages[field];
          return (
            <div className="field" key={`${field}-${state.attempt}`}>
              <label className="field-label" htmlFor={`guest-${field}`}>
                {row[part]}
              </label>
              {message && (
                <p className="field-error" id={`guest-${field}-error`}>
                  {message}
                </p>
              )}
              <input
                className="field-control"
                id={`guest-${field}`}
                name={field}
                type={part === "email" ? "email" : "text"}
                maxLength={320}
                autoComplete="off"
                defaultValue={state.values[field] ?? ""}
                aria-invalid={message ? true : undefined}
                aria-describedby={message ? `guest-${field}-error` : undefined}
              />
            </div>
          );
        }),
      )}
      <div className="form-end">
        <button type="submit" className="button" aria-disabled={pending}>
          {pending ? texts.submitting : texts.submit}
        </button>
      </div>
    </form>
  );
}
