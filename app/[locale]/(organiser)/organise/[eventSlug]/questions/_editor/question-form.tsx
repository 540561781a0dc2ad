"use client";

import { useActionState, useEffect, useRef, useState } from "react";
import { InBoth, idOf, Line, Problem, Tick } from "./controls";
import styles from "./editor.module.css";
import type { EditorState } from "./editor-state";
import type { EditorView } from "./editor-view";
import { OptionRows } from "./option-rows";

type Props = {
  readonly action: (state: EditorState, form: FormData) => Promise<EditorState>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly first: EditorState["values"];
  readonly view: EditorView;
  readonly back: string;
};

// Without JavaScript the browser itself moves the focus here when the answer is loaded.
const FOCUSED_WHEN_LOADED = { autoFocus: true };

/** One question, whole: what is asked, of whom, how it is answered and why. A plain form; scripts hide what does not apply. */
export function QuestionForm({ action, hidden, first, view, back }: Props) {
  const [state, send, pending] = useActionState(action, { attempt: 0, values: first, problem: null, problems: {} });
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.attempt > 0) summary.current?.focus();
  }, [state.attempt]);
  // Until scripts run, every part is shown and says what it is for.
  const [kind, setKind] = useState<string | null>(null);
  useEffect(() => setKind(state.values["kind"]?.[0] ?? null), [state.values]);
  const { texts } = view;
  const at = state;
  const isChoice = kind === null || kind === "CHOICE" || kind === "MULTI_CHOICE";
  const wrong = Object.entries(state.problems);
  const hasProblem = state.problem !== null || wrong.length > 0;
  return (
    <form action={send} className={styles["editor"]} aria-busy={pending} noValidate>
      <title>{hasProblem ? view.errorTitle : view.title}</title>
      {hasProblem && (
        <div ref={summary} className={styles["summary"]} role="alert" tabIndex={-1} {...FOCUSED_WHEN_LOADED}>
          <h2>{texts.errorHeading}</h2>
          {state.problem && <p>{state.problem}</p>}
          {wrong.length > 0 && (
            <ul>
              {wrong.map(([name, problem]) => (
                <li key={name}>
                  <a href={`#${idOf(name)}`}>{problem}</a>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      {view.answered && <p className={styles["answered"]}>{view.answered}</p>}
      {Object.entries({ ...hidden, revision: state.values["revision"]?.[0] ?? "" }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <div className={styles["field"]} data-wrong={state.problems["kind"] ? true : undefined}>
        <label htmlFor={idOf("kind")}>{texts.kind}</label>
        <Problem name="kind" at={at} />
        <select
          key={state.attempt}
          id={idOf("kind")}
          name="kind"
          defaultValue={state.values["kind"]?.[0]}
          aria-describedby={state.problems["kind"] ? `${idOf("kind")}-problem` : undefined}
          onChange={(event) => setKind(event.target.value)}
        >
          {view.kinds.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <fieldset className={styles["part"]}>
        <legend>{texts.question}</legend>
        <InBoth name="label" at={at} texts={texts} />
      </fieldset>
      <fieldset className={styles["part"]}>
        <legend>
          {texts.help} <span className={styles["optional"]}>({texts.optional})</span>
        </legend>
        <InBoth name="help" at={at} texts={texts} rows={2} />
      </fieldset>
      <div hidden={!isChoice}>
        <OptionRows at={at} view={view} />
      </div>
      <fieldset className={styles["part"]} hidden={kind !== null && kind !== "NUMBER"}>
        <legend>
          {texts.bounds} <span className={styles["optional"]}>({texts.optional})</span>
        </legend>
        <div className={styles["pair"]}>
          <Line name="min" label={texts.min} at={at} type="number" />
          <Line name="max" label={texts.max} at={at} type="number" />
        </div>
      </fieldset>
      <fieldset className={styles["part"]}>
        <legend>{texts.answering}</legend>
        <Tick name="required" label={texts.required} at={at} />
        <Line name="lastAnswerDay" label={texts.lastAnswerDay} help={texts.lastAnswerDayHelp} at={at} type="date" />
      </fieldset>
      <fieldset className={styles["part"]}>
        <legend>{texts.asked}</legend>
        <Problem name="asked" at={at} />
        <Tick id={idOf("asked")} type="radio" name="asked" value="ATTENDEE" label={texts.perAttendee} at={at} />
        <Tick type="radio" name="asked" value="BOOKING" label={texts.perBooking} at={at} />
      </fieldset>
      {view.conditions.length > 0 && (
        <fieldset className={styles["part"]}>
          <legend>
            {texts.condition} <span className={styles["optional"]}>({texts.optional})</span>
          </legend>
          <p className={styles["help"]}>{texts.conditionHelp}</p>
          <Problem name="condition" at={at} />
          {view.conditions.map(({ name, choices }, group) => (
            <fieldset key={name} className={styles["group"]}>
              <legend>{name}</legend>
              <div className={styles["choices"]}>
                {choices.map(({ value, label }, index) => (
                  <Tick
                    key={value}
                    {...(group === 0 && index === 0 ? { id: idOf("condition") } : {})}
                    name="condition"
                    value={value}
                    label={label}
                    at={at}
                  />
                ))}
              </div>
            </fieldset>
          ))}
        </fieldset>
      )}
      <fieldset className={`${styles["part"]} ${styles["sensitive"]}`}>
        <legend>{texts.sensitive}</legend>
        <p className={styles["help"]}>
          {texts.sensitiveHelp} {view.deleted}
        </p>
        <Problem name="sensitive" at={at} />
        <Tick id={idOf("sensitive")} name="sensitive" label={texts.isSensitive} at={at} />
        <fieldset className={styles["group"]}>
          <legend>{texts.purpose}</legend>
          <p className={styles["help"]}>{texts.purposeHelp}</p>
          <InBoth name="purpose" at={at} texts={texts} />
        </fieldset>
        <fieldset className={styles["group"]}>
          <legend>{texts.readers}</legend>
          <InBoth name="readers" at={at} texts={texts} />
        </fieldset>
      </fieldset>
      <p className={styles["end"]}>
        <button type="submit" className={styles["save"]} aria-disabled={pending}>
          {pending ? view.working : texts.save}
        </button>
        <a href={back}>{texts.cancel}</a>
      </p>
    </form>
  );
}
