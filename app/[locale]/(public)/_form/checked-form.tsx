"use client";

import type { CheckFacts } from "./browser-check";
import { PlainForm, type PlainFormProps } from "./plain-form";

/** A registration or change form; the schema is fetched when somebody first sends or leaves a field. */
export function CheckedForm({
  kind,
  facts,
  ...props
}: Omit<PlainFormProps, "check"> & { readonly kind: "registration" | "change"; readonly facts: CheckFacts }) {
  const check = async (form: FormData) => (await import("./browser-check")).checkForm(kind, form, facts);
  return <PlainForm {...props} check={check} />;
}
