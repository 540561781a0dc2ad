"use client";

import { useEffect, useRef } from "react";
import type { OutcomeView } from "./group-state";

export type OutcomeTexts = {
  readonly all: string;
  readonly some: string;
  /** "#" stands for the booking's reference. */
  readonly intro: string;
  readonly after: string | null;
  readonly on: { readonly href: string; readonly words: string };
};

/** What became of everybody, each by name: nobody who did not get a place is left out in silence. */
export function Outcomes({
  reference,
  outcomes,
  texts,
}: {
  reference: string;
  outcomes: readonly OutcomeView[];
  texts: OutcomeTexts;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const title = outcomes.every(({ tone }) => tone !== "ended") ? texts.all : texts.some;
  return (
    <div className="outcomes">
      <title>{title}</title>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      <p>{texts.intro.replace("#", reference)}</p>
      <ul className="outcome-list">
        {outcomes.map(({ name, words, tone }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list stands as it is, and two people may share a name.
          <li key={index} data-tone={tone}>
            <span className="outcome-name">{name}</span> <span>{words}</span>
          </li>
        ))}
      </ul>
      {texts.after && <p>{texts.after}</p>}
      <p>
        <a href={texts.on.href}>{texts.on.words}</a>
      </p>
    </div>
  );
}
