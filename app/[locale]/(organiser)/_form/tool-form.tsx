"use client";

import { type ReactNode, useActionState, useEffect, useId, useRef } from "react";
import styles from "./tool-form.module.css";

export type ToolState = {
  readonly attempt: number;
  readonly problem: string | null;
  /** What was typed, to fill the fields in again. */
  readonly values: Readonly<Record<string, string>>;
};
export type ToolField = {
  readonly name: string;
  readonly label: string;
  readonly type: "text" | "email" | "date" | "long-text" | "choice" | "tick" | "url" | "file";
  /** The endings a file chooser offers. */
  readonly accept?: string;
  /** What is to be known before the field is filled in. */
  readonly help?: string;
  /** What a choice is between. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly value?: string;
  /** How high a long text is, in lines; three unless told otherwise. Higher ones are as wide as a letter. */
  readonly rows?: number;
};

// Without JavaScript the browser itself moves the focus here when the answer is loaded.
const FOCUSED_WHEN_LOADED = { autoFocus: true };

/** A short form of the organiser's with one button: a few fields, and what stood in the way. Plain HTML first. */
export function ToolForm({
  action,
  hidden,
  fields = [],
  texts,
  children,
}: {
  readonly action: (state: ToolState, form: FormData) => Promise<ToolState>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly fields?: readonly ToolField[];
  readonly texts: {
    readonly submit: string;
    /** What the button does, in full, where several on a page say the same; it has the button's own words in it. */
    readonly label?: string;
    readonly working: string;
    readonly errorTitle: string;
  };
  /** What is chosen from, such as a table with boxes to tick; it stands before the fields. */
  readonly children?: ReactNode;
}) {
  const [state, send, pending] = useActionState(action, { attempt: 0, problem: null, values: {} });
  const id = useId();
  const box = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.attempt > 0) box.current?.focus();
  }, [state.attempt]);
  return (
    <form action={send} className={styles["form"]} aria-busy={pending}>
      {state.problem && <title>{texts.errorTitle}</title>}
      {state.problem && (
        <p ref={box} className={styles["problem"]} role="alert" tabIndex={-1} {...FOCUSED_WHEN_LOADED}>
          {state.problem}
        </p>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      {children}
      {fields.map(({ name, label, type, options, accept, help, value = "", rows = 3 }) => {
        if (type === "tick")
          return (
            <label key={`${name}-${state.attempt}`} className={styles["tick"]}>
              <input type="checkbox" name={name} value="yes" defaultChecked={(state.values[name] ?? value) !== ""} />
              <span>{label}</span>
            </label>
          );
        const key = `${id}-${name}`;
        const described = help ? { "aria-describedby": `${key}-help` } : {};
        const control = { id: key, name, defaultValue: state.values[name] ?? value, ...described };
        return (
          <div key={`${name}-${state.attempt}`} className={rows > 3 ? styles["letter"] : styles["field"]}>
            <label htmlFor={control.id}>{label}</label>
            {help && (
              <small id={`${key}-help`} className={styles["help"]}>
                {help}
              </small>
            )}
            {type === "long-text" && <textarea {...control} rows={rows} />}
            {type === "choice" && (
              <select {...control}>
                {options?.map((option) => (
                  <option key={option.value} value={option.value}>
                    {option.label}
                  </option>
                ))}
              </select>
            )}
            {type === "file" && <input {...{ ...control, defaultValue: undefined }} type="file" accept={accept} />}
            {type !== "long-text" && type !== "choice" && type !== "file" && <input {...control} type={type} />}
          </div>
        );
      })}
      <button type="submit" className={styles["button"]} aria-disabled={pending} aria-label={texts.label}>
        {pending ? texts.working : texts.submit}
      </button>
    </form>
  );
}
