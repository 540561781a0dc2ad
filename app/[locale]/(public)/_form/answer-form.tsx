"use client";

import { useActionState, useEffect, useRef } from "react";

export type AnswerState = { readonly attempt: number; readonly problem: string | null };

// Without JavaScript the browser itself moves the focus here when the answer is loaded.
const FOCUSED_WHEN_LOADED = { autoFocus: true };

/** A button that does one thing, with what it needs to know; says so when it could not be done. Plain HTML first. */
export function AnswerForm({
  action,
  hidden,
  texts,
  isQuiet = false,
  children,
}: {
  action: (state: AnswerState, form: FormData) => Promise<AnswerState>;
  hidden: Readonly<Record<string, string>>;
  texts: { title: string; errorTitle: string; problemHeading: string; submit: string; submitting: string };
  /** For an answer that is not the main one on its page. */
  isQuiet?: boolean;
  children?: React.ReactNode;
}) {
  const [state, send, pending] = useActionState(action, { attempt: 0, problem: null });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.attempt > 0) box.current?.focus();
  }, [state.attempt]);
  return (
    <>
      <title>{state.problem ? texts.errorTitle : texts.title}</title>
      <form action={send} className="form" aria-busy={pending}>
        {state.problem && (
          <div ref={box} className="error-summary" role="alert" tabIndex={-1} {...FOCUSED_WHEN_LOADED}>
            <h2>{texts.problemHeading}</h2>
            <p>{state.problem}</p>
          </div>
        )}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        {children}
        <div className="form-end">
          <button type="submit" className={isQuiet ? "button button-quiet" : "button"} aria-disabled={pending}>
            {pending ? texts.submitting : texts.submit}
          </button>
        </div>
      </form>
    </>
  );
}
