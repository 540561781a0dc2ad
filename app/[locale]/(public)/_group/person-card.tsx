import { Field } from "../_form/field";
import type { Register } from "../_form/field-parts";
import type { FieldView, FormMessages, FormValues } from "../_form/form-view";
import type { PersonView } from "./group-state";

type Props = {
  readonly person: PersonView;
  readonly values: FormValues;
  readonly messages: FormMessages;
  readonly optional: string;
  readonly register: Register;
  readonly texts: { readonly more: string; readonly moreHelp: string };
};

/** One colleague: who it is in view, the rest folded together unless it is the first or needs correcting. */
export function PersonCard({ person, values, messages, optional, register, texts }: Props) {
  const draw = (field: FieldView, all: readonly FieldView[]) => (
    <Field
      key={field.id}
      field={field}
      values={values[field.name]}
      // Groups that share a name are told what is wrong once, at the first of them.
      errors={all.find((one) => one.name === field.name)?.id === field.id ? (messages[field.name] ?? []) : []}
      optional={optional}
      register={register}
    />
  );
  const isWrong = (fields: readonly FieldView[]) => fields.some(({ name }) => (messages[name]?.length ?? 0) > 0);
  return (
    <fieldset className="person-card" id={`people-${person.index}`}>
      <legend>{person.heading}</legend>
      {person.source && <p className="field-help">{person.source}</p>}
      <div className="person-names">{person.fields.map((field) => draw(field, person.fields))}</div>
      {person.choices.length > 0 && (
        <details open={person.index === 0 || isWrong(person.choices)}>
          <summary>{person.chosen}</summary>
          {person.choices.map((field) => draw(field, person.choices))}
        </details>
      )}
      <details open={isWrong(person.more)}>
        <summary>{texts.more}</summary>
        <p className="field-help">{texts.moreHelp}</p>
        {person.more.map((field) => draw(field, person.more))}
      </details>
      <p>
        <button type="submit" name="intent" value={`remove.${person.index}`} className="button-link">
          {person.remove}
        </button>
      </p>
    </fieldset>
  );
}
