import { LARGEST_FILE } from "@/lib/core/file-kinds";
import type { Locale, Localised } from "@/lib/core/localised";
import type { FieldCode } from "@/lib/registrations/errors";
import { fieldErrors } from "@/lib/registrations/field-errors";
import { bodyOfChange, bodyOfRegistration, chosenFile } from "@/lib/registrations/form-data";
import type { FormShape } from "@/lib/registrations/registration-form";
import { changeSchema, registrationSchema } from "@/lib/registrations/schema";
import type { FormMessages } from "./form-view";

/** What the browser needs to check a form itself: its shape, the names of its sessions and the words for each error. */
export type CheckFacts = {
  readonly locale: Locale;
  readonly shape: FormShape;
  readonly titles: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<FieldCode, string>>;
};

/** Checks a filled-in form against the server's own schema. */
export function checkForm(kind: "registration" | "change", form: FormData, facts: CheckFacts): FormMessages {
  const { shape, titles, words, locale } = facts;
  const parsed =
    kind === "registration"
      ? registrationSchema(shape).safeParse(bodyOfRegistration(form, shape))
      : changeSchema(shape).safeParse(bodyOfChange(form, shape));
  const unsuitable = unsuitableFiles(form, facts);
  if (parsed.success) return unsuitable;
  const named = shape.sessions.map(({ id }) => ({
    id,
    title: { sv: titles[id] ?? "", en: titles[id] ?? "" } as Localised,
  }));
  const errors = Object.entries(fieldErrors(parsed.error, { sessions: named }));
  const wrong = Object.fromEntries(
    errors.map(([field, found]) => [
      field,
      found.map(({ code, first, second }) =>
        words[code].replace("{first}", first?.[locale] ?? "").replace("{second}", second?.[locale] ?? ""),
      ),
    ]),
  );
  return { ...wrong, ...unsuitable };
}

/** What the server would not take, told before it has travelled. */
function unsuitableFiles(form: FormData, { shape, words }: CheckFacts): FormMessages {
  const fields = shape.questions.filter(({ kind }) => kind === "FILE").map(({ key }) => `answers.${key}`);
  return Object.fromEntries(
    fields.flatMap((field): [string, string[]][] => {
      const size = chosenFile(form, field)?.size;
      if (size === 0) return [[field, [words.file_empty]]];
      return size !== undefined && size > LARGEST_FILE ? [[field, [words.file_too_large]]] : [];
    }),
  );
}
