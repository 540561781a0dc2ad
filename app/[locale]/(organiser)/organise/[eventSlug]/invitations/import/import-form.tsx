"use client";

import { useActionState, useEffect, useId, useRef } from "react";
import toolForm from "../../../../_form/tool-form.module.css";
import tableStyles from "../../../../_frame/table.module.css";
import styles from "./import.module.css";
import type { ImportState, Review } from "./import-state";

type Texts = {
  readonly errorTitle: string;
  readonly problem: string;
  readonly paste: string;
  readonly pasteHelp: string;
  readonly file: string;
  readonly review: string;
  readonly reviewAgain: string;
  readonly working: string;
  readonly mapping: string;
  readonly mappingHelp: string;
  readonly preview: string;
  readonly nothing: string;
  readonly row: string;
  readonly name: string;
  readonly email: string;
  readonly becomes: string;
  readonly why: string;
};
type Props = {
  readonly action: (state: ImportState, form: FormData) => Promise<ImportState>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly texts: Texts;
};

// Without JavaScript the browser itself moves the focus here when the answer is loaded.
const FOCUSED_WHEN_LOADED = { autoFocus: true };

/** The list, what it was read as, and what would become of each row. One plain form with two buttons. */
export function ImportForm({ action, hidden, texts }: Props) {
  const [state, send, pending] = useActionState(action, { attempt: 0, problem: null, list: "", review: null });
  const id = useId();
  const answer = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (state.attempt > 0) answer.current?.focus();
  }, [state.attempt]);
  const { review, problem } = state;
  const field = toolForm["field"];
  return (
    <form action={send} aria-busy={pending}>
      {problem && <title>{texts.errorTitle}</title>}
      {problem && (
        <div className={styles["problem"]} role="alert">
          <h2 ref={answer} tabIndex={-1} {...FOCUSED_WHEN_LOADED}>
            {texts.problem}
          </h2>
          <p>{problem}</p>
        </div>
      )}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <div className={field}>
        <label htmlFor={`${id}-list`}>{texts.paste}</label>
        <p id={`${id}-help`} className={styles["help"]}>
          {texts.pasteHelp}
        </p>
        <textarea
          key={state.attempt}
          id={`${id}-list`}
          name="list"
          rows={review ? 8 : 12}
          className={styles["list"]}
          aria-describedby={`${id}-help`}
          defaultValue={state.list}
          spellCheck={false}
          wrap="off"
        />
      </div>
      <div className={field}>
        <label htmlFor={`${id}-file`}>{texts.file}</label>
        <input
          key={state.attempt}
          id={`${id}-file`}
          type="file"
          name="file"
          accept=".xlsx,.csv,.txt,text/csv,text/plain"
        />
      </div>
      {review && <Mapping key={`mapping-${state.attempt}`} id={id} review={review} texts={texts} />}
      <p>
        <button type="submit" name="step" value="review" className={toolForm["button"]} aria-disabled={pending}>
          {pending ? texts.working : review ? texts.reviewAgain : texts.review}
        </button>
      </p>
      {review && !problem && (
        <section aria-labelledby={`${id}-preview`}>
          <h2 ref={answer} id={`${id}-preview`} tabIndex={-1} {...FOCUSED_WHEN_LOADED}>
            {texts.preview}
          </h2>
          <p>{review.counts}</p>
          <Preview review={review} texts={texts} />
          {review.more && <p>{review.more}</p>}
          {review.wrongStay && <p>{review.wrongStay}</p>}
          {review.submit ? (
            <p>
              <button type="submit" name="step" value="import" className={toolForm["button"]} aria-disabled={pending}>
                {pending ? texts.working : review.submit}
              </button>
            </p>
          ) : (
            <p>{texts.nothing}</p>
          )}
        </section>
      )}
    </form>
  );
}

function Mapping({ id, review, texts }: { readonly id: string; readonly review: Review; readonly texts: Texts }) {
  return (
    <fieldset className={styles["mapping"]}>
      <legend>{texts.mapping}</legend>
      <p className={styles["help"]}>{texts.mappingHelp}</p>
      <input type="hidden" name="headings" value={review.headings} readOnly />
      <input type="hidden" name="reviewed" value={review.reviewed} readOnly />
      <div className={toolForm["form"]}>
        {review.columns.map(({ name, label, chosen }) => (
          <div key={name} className={toolForm["field"]}>
            <label htmlFor={`${id}-${name}`}>{label}</label>
            <select id={`${id}-${name}`} name={`column.${name}`} defaultValue={chosen}>
              {review.options.map((option) => (
                <option key={option.value} value={option.value}>
                  {option.label}
                </option>
              ))}
            </select>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

function Preview({ review, texts }: { readonly review: Review; readonly texts: Texts }) {
  return (
    <div className={tableStyles["scroll"]}>
      <table className={`${tableStyles["table"]} ${styles["preview"]}`}>
        <caption>{texts.preview}</caption>
        <thead>
          <tr>
            <th scope="col" className={tableStyles["number"]}>
              {texts.row}
            </th>
            <th scope="col">{texts.name}</th>
            <th scope="col">{texts.email}</th>
            <th scope="col">{texts.becomes}</th>
            <th scope="col">{texts.why}</th>
          </tr>
        </thead>
        <tbody>
          {review.rows.map((row) => (
            <tr key={row.number} data-wrong={row.isWrong || undefined}>
              <td className={tableStyles["number"]}>{row.number}</td>
              <th scope="row">{row.name}</th>
              <td>{row.email}</td>
              <td>{row.outcome}</td>
              <td>{row.problems.join(" ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
