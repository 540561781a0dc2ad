"use client";

import { ChoiceGroup } from "./choice-group";
import { describedBy, Errors, type FieldProps } from "./field-parts";
import { FileField } from "./file-field";
import type { FieldView } from "./form-view";

/** One question: label above, help under it, what is wrong between that and the answer. */
export function Field(props: FieldProps) {
  const { field } = props;
  if (field.kind === "one" || field.kind === "many") return <ChoiceGroup {...props} field={field} />;
  if (field.kind === "tick") return <Tick {...props} field={field} />;
  if (field.kind === "file") return <FileField {...props} field={field} />;
  return <Written {...props} field={field} />;
}

function Written({
  field,
  values,
  errors,
  optional,
  register,
}: FieldProps<Extract<FieldView, { kind: "line" | "text" | "pick" }>>) {
  const control = {
    id: field.id,
    defaultValue: values?.[0] ?? "",
    "aria-describedby": describedBy({ field, errors }),
    "aria-invalid": errors.length > 0 || undefined,
    "aria-required": field.required || undefined,
    className: "field-control",
  };
  const { ref, ...events } = register(field.name);
  return (
    <div className="field" data-invalid={errors.length > 0 || undefined}>
      <label htmlFor={field.id} className="field-label">
        {field.label}
        {!field.required && <span className="field-optional"> ({optional})</span>}
      </label>
      {field.help && (
        <p id={`${field.id}-help`} className="field-help">
          {field.help}
        </p>
      )}
      <Errors id={field.id} errors={errors} />
      {field.kind === "pick" ? (
        // A select forgets its value when the form is answered, unless it is made anew.
        <select key={values?.[0] ?? ""} {...control} {...events} ref={ref} name={field.name}>
          {field.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : field.kind === "line" ? (
        <input
          {...control}
          {...events}
          ref={ref}
          name={field.name}
          type={field.type}
          autoComplete={field.autoComplete}
          inputMode={field.inputMode}
          list={field.list}
        />
      ) : (
        <textarea {...control} {...events} ref={ref} name={field.name} rows={field.rows ?? 3} />
      )}
    </div>
  );
}

function Tick({ field, values, errors, register }: FieldProps<Extract<FieldView, { kind: "tick" }>>) {
  const { ref, ...events } = register(field.name);
  return (
    <div className="field" data-invalid={errors.length > 0 || undefined}>
      {field.help && (
        <p id={`${field.id}-help`} className="field-help">
          {field.help}
        </p>
      )}
      <Errors id={field.id} errors={errors} />
      <label className="choice" htmlFor={field.id}>
        <input
          {...events}
          ref={ref}
          type="checkbox"
          id={field.id}
          name={field.name}
          value="on"
          defaultChecked={values?.includes("on")}
          aria-describedby={describedBy({ field, errors })}
          aria-invalid={errors.length > 0 || undefined}
          aria-required={field.required || undefined}
        />
        <span className="choice-label">{field.label}</span>
      </label>
    </div>
  );
}
