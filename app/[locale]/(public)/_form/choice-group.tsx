"use client";

import { describedBy, Errors, type FieldProps } from "./field-parts";
import type { FieldView } from "./form-view";

/** Radio buttons or tick boxes under one legend. What cannot be chosen any more stays, and says why. */
export function ChoiceGroup({
  field,
  values,
  errors,
  optional,
  register,
}: FieldProps<Extract<FieldView, { kind: "one" | "many" }>>) {
  const isOne = field.kind === "one";
  // The error summary leads to the first choice that can take the focus.
  const first = field.choices.findIndex((choice) => !choice.disabled);
  const { ref, ...events } = register(field.name);
  return (
    <fieldset
      className="field"
      data-invalid={errors.length > 0 || undefined}
      aria-describedby={describedBy({ field, errors })}
      {...(isOne ? radioGroup(field.required, errors.length > 0) : {})}
    >
      <legend className="field-label">
        {field.label}
        {!field.required && <span className="field-optional"> ({optional})</span>}
      </legend>
      {field.help && (
        <p id={`${field.id}-help`} className="field-help">
          {field.help}
        </p>
      )}
      <Errors id={field.id} errors={errors} />
      {field.choices.map((choice, index) => (
        <label className="choice" key={choice.value} data-disabled={choice.disabled || undefined}>
          <input
            {...events}
            ref={ref}
            type={isOne ? "radio" : "checkbox"}
            id={index === first ? field.id : undefined}
            name={field.name}
            value={choice.value}
            defaultChecked={values?.includes(choice.value)}
            disabled={choice.disabled}
            aria-invalid={!isOne && errors.length > 0 ? true : undefined}
          />
          <span className="choice-label">
            {choice.label}
            {choice.detail && <span className="choice-detail">{choice.detail}</span>}
          </span>
          {choice.note && <span className="choice-note">{choice.note}</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** Only a group of radio buttons can be required or wrong as a whole; tick boxes say it one by one. */
function radioGroup(isRequired: boolean, isWrong: boolean) {
  return {
    role: "radiogroup",
    "aria-required": isRequired || undefined,
    "aria-invalid": isWrong || undefined,
  };
}
