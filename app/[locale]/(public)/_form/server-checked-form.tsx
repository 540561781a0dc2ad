"use client";

import { PlainForm, type PlainFormProps } from "./plain-form";

const nothingFound = async () => ({});

/** A short form that the server alone checks; it comes back filled in, with what needs correcting. */
export function ServerCheckedForm(props: Omit<PlainFormProps, "check">) {
  return <PlainForm {...props} check={nothingFound} />;
}
