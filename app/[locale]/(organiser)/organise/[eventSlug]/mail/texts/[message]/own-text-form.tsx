"use client";

import { useActionState, useEffect, useId, useRef } from "react";
import toolStyles from "../../../../../_form/tool-form.module.css";
import { LetterView } from "./letter-view";
import styles from "./own-text.module.css";

type Words = { readonly subject: string; readonly body: string };

/** What became of one press: a problem, a letter to look at, or what somebody else has saved. */
export type OwnTextState = {
  readonly attempt: number;
  readonly problem: string | null;
  /** What was typed and chosen, to fill the fields in again. */
  readonly values: (Words & { readonly as: string }) | null;
  readonly preview: { readonly subject: string; readonly html: string; readonly text: string } | null;
  readonly theirs: (Words & { readonly revision: number }) | null;
};

const NOTHING: OwnTextState = { attempt: 0, problem: null, values: null, preview: null, theirs: null };
// Without JavaScript the browser itself moves the focus here when the answer is loaded.
const FOCUSED_WHEN_LOADED = { autoFocus: true };

/** The editor of an own text: subject and Markdown, a preview before it is saved, and nothing lost when two write at once. */
export function OwnTextForm({
  action,
  hidden,
  written,
  language,
  readers,
  reader,
  texts,
}: {
  readonly action: (state: OwnTextState, form: FormData) => Promise<OwnTextState>;
  readonly hidden: Readonly<Record<string, string>>;
  readonly written: Words;
  readonly language: string;
  readonly readers: readonly { readonly reference: string; readonly name: string }[];
  readonly reader: string;
  readonly texts: Readonly<
    Record<
      | "subject"
      | "body"
      | "readAs"
      | "help"
      | "errorTitle"
      | "save"
      | "preview"
      | "working"
      | "previewNew"
      | "theirs"
      | "theirsHelp",
      string
    >
  > & { readonly view: { readonly frame: string; readonly plain: string } };
}) {
  const [state, send, pending] = useActionState(action, NOTHING);
  const id = useId();
  const answer = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.attempt > 0) answer.current?.focus();
  }, [state.attempt]);
  const { problem, preview, theirs } = state;
  const values = state.values ?? { ...written, as: reader };
  const posted = theirs ? { ...hidden, revision: String(theirs.revision) } : hidden;
  return (
    <form key={state.attempt} action={send} className={toolStyles["form"]} aria-busy={pending}>
      {problem && <title>{texts.errorTitle}</title>}
      {problem && (
        <p ref={answer} className={toolStyles["problem"]} role="alert" tabIndex={-1} {...FOCUSED_WHEN_LOADED}>
          {problem}
        </p>
      )}
      {Object.entries(posted).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <div className={toolStyles["letter"]}>
        <label htmlFor={`${id}-subject`}>{texts.subject}</label>
        <input id={`${id}-subject`} name="subject" defaultValue={values.subject} lang={language} />
      </div>
      <div className={toolStyles["letter"]}>
        <label htmlFor={`${id}-body`}>{texts.body}</label>
        <textarea
          id={`${id}-body`}
          name="body"
          rows={12}
          defaultValue={values.body}
          lang={language}
          aria-describedby={`${id}-help`}
        />
        <p id={`${id}-help`} className={styles["help"]}>
          {texts.help}
        </p>
      </div>
      <div className={toolStyles["field"]}>
        <label htmlFor={`${id}-as`}>{texts.readAs}</label>
        <select id={`${id}-as`} name="as" defaultValue={values.as}>
          {readers.map(({ reference, name }) => (
            <option key={reference} value={reference}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" name="do" value="preview" className={toolStyles["button"]} aria-disabled={pending}>
        {pending ? texts.working : texts.preview}
      </button>
      <button type="submit" name="do" value="save" className={toolStyles["button"]} aria-disabled={pending}>
        {pending ? texts.working : texts.save}
      </button>
      {theirs && (
        <div className={styles["theirs"]}>
          <p>
            <strong>{texts.theirs}</strong> {texts.theirsHelp}
          </p>
          <p lang={language}>{theirs.subject}</p>
          <pre className={styles["plain"]} lang={language}>
            {theirs.body}
          </pre>
        </div>
      )}
      {preview && (
        <div className={styles["new"]}>
          <p ref={answer} role="status" tabIndex={-1} {...FOCUSED_WHEN_LOADED}>
            {texts.previewNew}
          </p>
          <LetterView letter={preview} lang={language} {...texts.view} />
        </div>
      )}
    </form>
  );
}
