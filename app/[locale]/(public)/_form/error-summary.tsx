"use client";

import { useEffect, useRef } from "react";
import type { FieldView, FormMessages, FormTexts } from "./form-view";

// Without JavaScript the browser itself moves the focus here when the answer is loaded.
const FOCUSED_WHEN_LOADED = { autoFocus: true };

/**
 * What is in the way, first on the form: takes the focus, links to each field and repeats its own words. `attempt` moves the
 * focus here again when the same errors come back.
 */
export function ErrorSummary({
  attempt,
  messages,
  problem,
  fields,
  texts,
}: {
  attempt: string;
  messages: FormMessages;
  problem: string | null;
  fields: readonly FieldView[];
  texts: FormTexts;
}) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt) box.current?.focus();
  }, [attempt]);
  const position = (name: string) => fields.findIndex((field) => field.name === name);
  const wrong = Object.entries(messages)
    .filter(([, sentences]) => sentences.length > 0)
    .toSorted(([a], [b]) => position(a) - position(b));
  if (!problem && wrong.length === 0) return null;
  const heading =
    wrong.length === 1 ? texts.errorHeading.one : texts.errorHeading.other.replace("#", String(wrong.length));
  return (
    <div
      ref={box}
      className="error-summary"
      role="alert"
      tabIndex={-1}
      {...FOCUSED_WHEN_LOADED}
      aria-labelledby="error-summary-heading"
    >
      <h2 id="error-summary-heading">{problem ? texts.problemHeading : heading}</h2>
      {problem && <p>{problem}</p>}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(([name, sentences]) => {
            const field = fields.find((one) => one.name === name);
            const words = `${field ? `${field.label.replace(/[?:.]$/, "")}: ` : ""}${sentences.join(" ")}`;
            return <li key={name}>{field ? <a href={`#${field.id}`}>{words}</a> : words}</li>;
          })}
        </ul>
      )}
      <p>{texts.nothingLost}</p>
    </div>
  );
}
