"use client";

import { useActionState, useEffect, useRef } from "react";
import { ErrorSummary } from "../_form/error-summary";
import { Field } from "../_form/field";
import type { Register } from "../_form/field-parts";
import type { FormTexts, SectionView } from "../_form/form-view";
import { PriceTable } from "../_form/price-table";
import { Trap } from "../_form/trap";
import type { GroupState } from "./group-state";
import { ListReader, type ListTexts } from "./list-reader";
import { Outcomes, type OutcomeTexts } from "./outcomes";
import { PersonCard } from "./person-card";

export type GroupTexts = FormTexts & {
  readonly people: string;
  readonly naming: string;
  readonly add: string;
  /** Left out where whoever books is known already. */
  readonly addSelf: string | null;
  readonly more: string;
  readonly moreHelp: string;
  readonly reprice: string;
  readonly list: ListTexts;
  readonly outcome: OutcomeTexts;
};

type Props = {
  readonly action: (state: GroupState, form: FormData) => Promise<GroupState>;
  readonly initial: GroupState;
  readonly texts: GroupTexts;
};

/** The server draws the form again whenever somebody comes or goes, so no control is kept track of here. */
const register: Register = () => ({ ref: () => undefined });

/**
 * Colleagues on one form, as many as are coming. Each button posts the form and the server draws it again with a person more
 * or less, or with a list read in: the same with and without JavaScript. Once booked, what became of everybody stands here;
 * a reload sends the same booking again and gets the same answer.
 */
export function GroupForm({ action, initial, texts }: Props) {
  const [state, send, pending] = useActionState(action, initial);
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.notice && state.attempt > 0) notice.current?.focus();
  }, [state.notice, state.attempt]);
  if (state.done) return <Outcomes {...state.done} texts={texts.outcome} />;
  const { sections, people, closing, messages, values } = state;
  const fields = [
    ...sections.flatMap((section) => section.fields),
    ...people.flatMap((person) => [...person.fields, ...person.choices, ...person.more]),
    ...closing.flatMap((section) => section.fields),
  ];
  const hasErrors = state.problem !== null || Object.keys(messages).length > 0;
  const drawn = { values, messages, optional: texts.optional, register };
  return (
    <>
      <title>{hasErrors ? texts.errorTitle : texts.title}</title>
      <form action={send} noValidate className="form" aria-busy={pending}>
        {/* What Enter in a field presses: the first button of the form. */}
        <button type="submit" name="intent" value="book" className="pressed-by-enter" tabIndex={-1} aria-hidden="true">
          {texts.submit}
        </button>
        <ErrorSummary
          attempt={hasErrors && !state.notice ? String(state.attempt) : ""}
          messages={messages}
          problem={state.problem}
          fields={fields}
          texts={texts}
        />
        {Object.entries(state.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        <Sections sections={sections} {...drawn} />
        <section className="form-section" aria-labelledby="people-heading">
          <h2 id="people-heading">{texts.people}</h2>
          <p className="form-intro">{texts.naming}</p>
          {state.notice && (
            <p ref={notice} className="notice" role="status" tabIndex={-1}>
              {state.notice}
            </p>
          )}
          <ListReader values={values} errors={messages["list"] ?? []} texts={texts.list} />
          {people.map((person) => (
            <PersonCard key={`${state.attempt} ${person.index}`} person={person} texts={texts} {...drawn} />
          ))}
          <p className="group-tools">
            <button type="submit" name="intent" value="add" className="button button-quiet">
              {texts.add}
            </button>
            {texts.addSelf && (
              <button type="submit" name="intent" value="self" className="button button-quiet">
                {texts.addSelf}
              </button>
            )}
          </p>
        </section>
        <Sections sections={closing} {...drawn} />
        {state.price && (
          <div className="price">
            <PriceTable {...state.price} />
            <p>
              <button type="submit" name="intent" value="price" className="button button-quiet">
                {texts.reprice}
              </button>
            </p>
          </div>
        )}
        <Trap label={texts.trap} />
        <div className="form-end">
          <button type="submit" name="intent" value="book" className="button" aria-disabled={pending}>
            {pending ? texts.submitting : texts.submit}
          </button>
        </div>
      </form>
    </>
  );
}

type Drawn = {
  readonly values: GroupState["values"];
  readonly messages: GroupState["messages"];
  readonly optional: string;
  readonly register: Register;
};

function Sections({ sections, values, messages, optional, register }: Drawn & { sections: readonly SectionView[] }) {
  return sections.map((section) => (
    <section key={section.id} className="form-section" aria-labelledby={section.heading && `${section.id}-heading`}>
      {section.heading && <h2 id={`${section.id}-heading`}>{section.heading}</h2>}
      {section.intro && <p className="form-intro">{section.intro}</p>}
      {section.fields.map((field) => (
        <Field
          key={field.id}
          field={field}
          values={values[field.name]}
          errors={messages[field.name] ?? []}
          optional={optional}
          register={register}
        />
      ))}
    </section>
  ));
}
