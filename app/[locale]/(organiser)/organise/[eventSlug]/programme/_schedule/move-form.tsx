"use client";

import { useActionState } from "react";
import type { ToolState } from "../../../../_form/tool-form";
import styles from "./schedule.module.css";

type Props = {
  readonly action: (state: ToolState, form: FormData) => Promise<ToolState>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly starts: string;
  readonly room: string;
  readonly rooms: readonly { readonly value: string; readonly label: string }[];
  readonly texts: {
    readonly open: string;
    readonly label: string;
    readonly earlier: string;
    readonly later: string;
    readonly starts: string;
    readonly room: string;
    readonly submit: string;
  };
};

/** Another time or room for a session, by buttons and by choice; dragging fills in the same form and sends it. */
export function MoveForm({ action, hidden, starts, room, rooms, texts }: Props) {
  const [state, send, pending] = useActionState(action, { attempt: 0, problem: null, values: {} });
  return (
    <details className={styles["move"]} open={state.problem !== null || undefined}>
      <summary aria-label={texts.label}>{texts.open}</summary>
      <form action={send} aria-busy={pending} data-move>
        {state.problem && <p role="alert">{state.problem}</p>}
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        <label>
          {texts.starts}
          <input key={`${starts}-${state.attempt}`} type="time" name="starts" defaultValue={starts} required />
        </label>
        <label>
          {texts.room}
          <select key={`${room}-${state.attempt}`} name="room" defaultValue={room}>
            {rooms.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" data-there>
          {texts.submit}
        </button>
        {/* After the button that Enter in a field presses. */}
        <p className={styles["step"]}>
          <button type="submit" name="by" value="-15">
            {texts.earlier}
          </button>
          <button type="submit" name="by" value="15">
            {texts.later}
          </button>
        </p>
      </form>
    </details>
  );
}
