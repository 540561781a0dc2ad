import type { InputHTMLAttributes } from "react";
import type { FieldView } from "./form-view";

/** What React Hook Form adds to a control once JavaScript runs; without it the control is plain HTML. */
export type Register = (name: string) => Pick<InputHTMLAttributes<HTMLElement>, "onBlur" | "onChange"> & {
  readonly ref: (element: HTMLElement | null) => void;
};

export type FieldProps<F extends FieldView = FieldView> = {
  readonly field: F;
  readonly values: readonly string[] | undefined;
  readonly errors: readonly string[];
  readonly optional: string;
  readonly register: Register;
};

/** The ids of what describes a control: its help and its errors. */
export function describedBy({ field, errors }: Pick<FieldProps, "field" | "errors">): string | undefined {
  const ids = [field.help && `${field.id}-help`, errors.length > 0 && `${field.id}-error`].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

/** What is wrong with an answer, next to it. */
export function Errors({ id, errors }: { id: string; errors: readonly string[] }) {
  if (errors.length === 0) return null;
  return (
    <p id={`${id}-error`} className="field-error">
      {errors.join(" ")}
    </p>
  );
}
