import styles from "./editor.module.css";
import type { EditorState } from "./editor-state";

/** Where a control stands: in which answer of the server, filled in with what, and what is wrong with it. */
export type At = Pick<EditorState, "attempt" | "values" | "problems">;

/** The id of a field, which the error summary leads to. */
export const idOf = (name: string) => `question-${name.replaceAll(".", "-")}`;

export function Problem({ name, at }: { readonly name: string; readonly at: At }) {
  const problem = at.problems[name];
  return problem ? (
    <p id={`${idOf(name)}-problem`} className={styles["problem"]}>
      {problem}
    </p>
  ) : null;
}

type LineProps = {
  readonly name: string;
  readonly label: string;
  readonly at: At;
  readonly help?: string;
  readonly type?: "text" | "date" | "number";
  readonly rows?: number;
};

/** A labelled field for text, a date or a number. */
export function Line({ name, label, at, help, type = "text", rows }: LineProps) {
  const id = idOf(name);
  const wrong = at.problems[name] !== undefined;
  const described = [help && `${id}-help`, wrong && `${id}-problem`].filter(Boolean).join(" ");
  const control = {
    id,
    name,
    defaultValue: at.values[name]?.[0] ?? "",
    "aria-invalid": wrong || undefined,
    "aria-describedby": described || undefined,
  };
  return (
    <div className={styles["field"]} data-wrong={wrong || undefined}>
      <label htmlFor={id}>{label}</label>
      {help && (
        <p id={`${id}-help`} className={styles["help"]}>
          {help}
        </p>
      )}
      <Problem name={name} at={at} />
      {rows ? (
        <textarea key={at.attempt} {...control} rows={rows} />
      ) : (
        <input
          key={at.attempt}
          {...control}
          type={type === "number" ? "text" : type}
          inputMode={type === "number" ? "numeric" : undefined}
        />
      )}
    </div>
  );
}

/** The same text in both languages, side by side where there is room. */
export function InBoth({
  name,
  at,
  texts,
  rows,
}: {
  readonly name: string;
  readonly at: At;
  readonly texts: { readonly swedish: string; readonly english: string };
  readonly rows?: number;
}) {
  const more = rows === undefined ? {} : { rows };
  return (
    <div className={styles["both"]}>
      <Line name={`${name}.sv`} label={texts.swedish} at={at} {...more} />
      <Line name={`${name}.en`} label={texts.english} at={at} {...more} />
    </div>
  );
}

/** A box to tick, or one of several choices that share a name. */
export function Tick({
  name,
  value = "on",
  label,
  at,
  type = "checkbox",
  id,
}: {
  readonly name: string;
  readonly value?: string;
  readonly label: string;
  readonly at: At;
  readonly type?: "checkbox" | "radio";
  readonly id?: string;
}) {
  return (
    <label className={styles["tick"]}>
      <input
        key={at.attempt}
        id={id}
        type={type}
        name={name}
        value={value}
        defaultChecked={at.values[name]?.includes(value)}
      />
      <span>{label}</span>
    </label>
  );
}
