import { type At, idOf, Problem } from "./controls";
import styles from "./editor.module.css";
import type { EditorView } from "./editor-view";

/** The options of a choice: a row each with its place and both languages, and blank rows for more. */
export function OptionRows({ at, view }: { readonly at: At; readonly view: EditorView }) {
  const { texts } = view;
  const column = (name: string) => at.values[`option.${name}`] ?? [];
  const values = column("value");
  return (
    <fieldset className={styles["part"]} aria-describedby={`${idOf("options")}-help`}>
      <legend>{texts.options}</legend>
      <p id={`${idOf("options")}-help`} className={styles["help"]}>
        {texts.optionsHelp} {view.answered && texts.optionsAnswered}
      </p>
      <Problem name="options" at={at} />
      <div className={styles["options"]}>
        <div className={styles["optionHead"]} aria-hidden="true">
          <span>{texts.order}</span>
          <span>{texts.swedish}</span>
          <span>{texts.english}</span>
          {values.some(Boolean) && <span>{texts.offered}</span>}
        </div>
        {column("sv").map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place, which no answer changes
          <Row key={`${at.attempt}-${index}`} index={index} column={column} texts={texts} />
        ))}
      </div>
    </fieldset>
  );
}

type RowProps = {
  readonly index: number;
  readonly column: (name: string) => readonly string[];
  readonly texts: EditorView["texts"];
};

function Row({ index, column, texts }: RowProps) {
  const value = column("value")[index] ?? "";
  const nth = texts.option.replace("#", String(index + 1));
  const cell = (name: "order" | "sv" | "en", label: string) => (
    <label className={styles["cell"]}>
      <span>{label}</span>
      <input
        id={name === "sv" && index === 0 ? idOf("options") : undefined}
        name={`option.${name}`}
        inputMode={name === "order" ? "numeric" : undefined}
        aria-label={`${nth}: ${label}`}
        defaultValue={column(name)[index] ?? ""}
      />
    </label>
  );
  return (
    <div className={styles["option"]}>
      <input type="hidden" name="option.value" value={value} readOnly />
      {cell("order", texts.order)}
      {cell("sv", texts.swedish)}
      {cell("en", texts.english)}
      {value !== "" && (
        <label className={styles["offered"]}>
          <input
            type="checkbox"
            name="option.offered"
            value={value}
            defaultChecked={column("offered").includes(value)}
            aria-label={`${nth}: ${texts.offered}`}
          />
          <span>{texts.offered}</span>
        </label>
      )}
    </div>
  );
}
