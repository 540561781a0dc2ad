"use client";

import { type FormEvent, startTransition, useActionState, useCallback, useEffect, useRef, useState } from "react";
import { get, set, useForm } from "react-hook-form";
import { ErrorSummary } from "./error-summary";
import { Field } from "./field";
import type { FormMessages, FormState, FormTexts, FormValues, SectionView } from "./form-view";
import { LivePrice, type PriceView, quoteOfValues } from "./live-price";
import { isShown, valuesIn } from "./shown-fields";
import { Trap } from "./trap";

export type PlainFormProps = {
  readonly action: (state: FormState, form: FormData) => Promise<FormState>;
  readonly initial: FormState;
  readonly sections: readonly SectionView[];
  readonly texts: FormTexts;
  /** Checks in the browser what the server will check again. Loaded when first needed. */
  readonly check: (form: FormData) => Promise<FormMessages>;
  /** Where something costs: what is chosen is priced while it is being chosen. */
  readonly price?: PriceView | null;
  readonly footer?: React.ReactNode;
};

/**
 * A form that is plain HTML first: the browser posts it, the action answers, and the page comes back filled in. With
 * JavaScript the same schema speaks up before anything is sent, and the answer arrives without a new page.
 */
export function PlainForm({ action, initial, sections, texts, check, price, footer }: PlainFormProps) {
  const [state, send, pending] = useActionState(action, initial);
  const [refused, setRefused] = useState(0);
  const element = useRef<HTMLFormElement>(null);
  const fields = sections.flatMap((section) => section.fields);
  // Until scripts run, every field is shown and says in words whom it is for.
  const [chosen, setChosen] = useState<FormValues | null>(null);
  const quoted = price ? quoteOfValues(price, chosen ?? state.values) : null;
  const dependsOnChoices = Boolean(price) || fields.some(({ showIf }) => showIf);
  const lookAtChoices = useCallback(() => {
    if (dependsOnChoices && element.current) setChosen(valuesIn(new FormData(element.current)));
  }, [dependsOnChoices]);
  useEffect(() => {
    // Every answer of the server fills the form in anew.
    if (state.attempt >= 0) lookAtChoices();
  }, [state.attempt, lookAtChoices]);

  // What is read of the form state here is what React Hook Form keeps up to date.
  const {
    register,
    handleSubmit,
    formState: { errors, submitCount },
  } = useForm({
    shouldFocusError: false,
    resolver: async () => {
      const messages = await check(new FormData(element.current ?? undefined));
      const found = {};
      for (const [name, sentences] of Object.entries(messages)) {
        set(found, name, { type: "refused", message: sentences.join(" ") });
      }
      return Object.keys(messages).length > 0 ? { values: {}, errors: found } : { values: {}, errors: {} };
    },
  });

  // The browser's errors count until the server has answered something newer.
  const isLocal = refused === state.attempt + 1;
  const messages = isLocal ? flat(errors, fields) : pending ? {} : state.messages;
  const problem = isLocal || pending ? null : state.problem;
  const hasErrors = problem !== null || Object.keys(messages).length > 0;

  function submit(event: FormEvent<HTMLFormElement>) {
    const form = event.currentTarget;
    event.preventDefault();
    if (pending) return;
    void handleSubmit(
      () => {
        setRefused(0);
        startTransition(() => send(new FormData(form)));
      },
      () => setRefused(state.attempt + 1),
    )(event);
  }

  return (
    <>
      <title>{hasErrors ? texts.errorTitle : texts.title}</title>
      <form
        ref={element}
        action={send}
        onSubmit={submit}
        onChange={lookAtChoices}
        noValidate
        className="form"
        aria-busy={pending}
      >
        <ErrorSummary
          attempt={hasErrors ? `${state.attempt}:${refused}:${submitCount}` : ""}
          messages={messages}
          problem={problem}
          fields={fields}
          texts={texts}
        />
        {Object.entries(state.hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} readOnly />
        ))}
        {sections.map((section) => (
          <section
            key={section.id}
            // Until scripts run, the section stays and says in words whom it is for.
            hidden={section.paid && chosen !== null && quoted?.totals.grossOre === 0}
            className={section.sensitive ? "form-section form-section-sensitive" : "form-section"}
            aria-labelledby={section.heading ? `${section.id}-heading` : undefined}
          >
            {section.heading && <h2 id={`${section.id}-heading`}>{section.heading}</h2>}
            {section.intro && <p className="form-intro">{section.intro}</p>}
            {section.fields.map((field) => (
              <div key={field.id} hidden={chosen !== null && !isShown(field, fields, chosen)}>
                <Field
                  field={field}
                  values={state.values[field.name]}
                  // Groups that share a name are told what is wrong once, at the first of them.
                  errors={
                    fields.find((one) => one.name === field.name)?.id === field.id ? (messages[field.name] ?? []) : []
                  }
                  optional={texts.optional}
                  register={register}
                />
              </div>
            ))}
          </section>
        ))}
        {price && <LivePrice view={price} chosen={quoted} />}
        {quoted && <input type="hidden" name="agreedOre" value={quoted.totals.grossOre} readOnly />}
        <Trap label={texts.trap} />
        <div className="form-end">
          <button type="submit" className="button">
            {pending ? texts.submitting : texts.submit}
          </button>
          {footer}
        </div>
      </form>
    </>
  );
}

function flat(errors: object, fields: readonly { readonly name: string }[]): FormMessages {
  return Object.fromEntries(
    fields.flatMap(({ name }) => {
      const message: unknown = get(errors, `${name}.message`);
      return typeof message === "string" ? [[name, [message]]] : [];
    }),
  );
}
