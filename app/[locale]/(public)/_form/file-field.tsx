import { fileControl, partsOf, removeControl } from "@/lib/registrations/file-answer";
import { describedBy, Errors, type FieldProps } from "./field-parts";
import type { FieldView } from "./form-view";

/**
 * A file as an answer. What has been sent already is named, and goes with the form as a reference: nobody has to choose the
 * same file again because another answer was wrong. Choosing another replaces it.
 */
export function FileField({ field, values, errors, optional }: FieldProps<Extract<FieldView, { kind: "file" }>>) {
  const kept = values?.[0] ?? "";
  const { name } = partsOf(kept);
  const describing = [describedBy({ field, errors }), kept && `${field.id}-kept`].filter(Boolean).join(" ");
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
      {kept && (
        <div className="file-kept">
          <p id={`${field.id}-kept`}>
            {field.texts.kept} <strong>{name}</strong>. {field.texts.replace}
          </p>
          <input type="hidden" name={field.name} value={kept} readOnly />
        </div>
      )}
      <input
        // A file that has arrived is not sent once more.
        key={kept}
        type="file"
        id={field.id}
        name={fileControl(field.name)}
        accept={field.accept}
        aria-describedby={describing || undefined}
        aria-invalid={errors.length > 0 || undefined}
        className="field-control file-control"
      />
      {kept && !field.required && (
        <label className="choice file-remove">
          <input type="checkbox" name={removeControl(field.name)} value="on" />
          <span className="choice-label">{field.texts.remove}</span>
        </label>
      )}
    </div>
  );
}
