"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import styles from "./list.module.css";

type State = { readonly attempt: number; readonly problem: string | null };
type Props = {
  readonly action: (state: State, form: FormData) => Promise<State>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly buttons: readonly {
    readonly does: "up" | "down" | "retire" | "restore" | "remove";
    readonly label: string;
    /** What is seen, where the label is only heard. */
    readonly shown?: ReactNode;
    readonly disabled?: boolean;
  }[];
};

// Without JavaScript the browser itself moves the focus here when the answer is loaded.
const FOCUSED_WHEN_LOADED = { autoFocus: true };

/** Buttons that do something with one question, and what stood in the way. */
export function ArrangeForm({ action, hidden, buttons }: Props) {
  const [state, send, pending] = useActionState(action, { attempt: 0, problem: null });
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.attempt > 0) box.current?.focus();
  }, [state.attempt]);
  return (
    <form action={send} className={styles["arrange"]} aria-busy={pending}>
      {state.problem && (
        <p ref={box} className={styles["problem"]} role="alert" tabIndex={-1} {...FOCUSED_WHEN_LOADED}>
          {state.problem}
        </p>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {buttons.map(({ does, label, shown, disabled }) => (
        <button
          key={does}
          type="submit"
          name="do"
          value={does}
          className={shown ? styles["arrow"] : styles["button"]}
          aria-label={shown ? label : undefined}
          aria-disabled={disabled || pending || undefined}
        >
          {shown ?? label}
        </button>
      ))}
    </form>
  );
}
