import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { keepUpload } from "@/lib/registrations/commands/keep-upload";
import { closedBecause } from "@/lib/registrations/errors";
import { fileControl, removeControl } from "@/lib/registrations/file-answer";
import { chosenFile } from "@/lib/registrations/form-data";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import type { FormMessages } from "./form-view";

type Posted = {
  /** The form with what stands for each file in the file's place. */
  readonly form: FormData;
  /** Files that were not taken, in words, by field. */
  readonly messages: FormMessages;
};
type FileQuestion = { readonly key: string; readonly kind: string; readonly isClosed?: boolean };

/** Where in a form the questions that ask for a file are: their keys by the name of the field. */
export function fileFields(questions: readonly FileQuestion[], prefix = ""): ReadonlyMap<string, string> {
  const asked = questions.filter(({ kind, isClosed }) => kind === "FILE" && !isClosed);
  return new Map(asked.map(({ key }) => [`${prefix}answers.${key}`, key]));
}

/**
 * Keeps the files that came with a form before anything else is judged, so that none has to be chosen again because another
 * answer was wrong. Where the form is closed nothing is kept.
 */
export async function keepPostedFiles(
  posted: FormData,
  fields: ReadonlyMap<string, string>,
  asked: {
    readonly form: Pick<RegistrationForm, "eventId">;
    readonly isOpen: boolean;
    readonly locale: Locale;
    readonly clientIp: string;
  },
  now: Temporal.Instant,
): Promise<Posted> {
  const form = new FormData();
  const controls = new Set([...fields.keys()].flatMap((field) => [fileControl(field), removeControl(field)]));
  for (const [name, value] of posted) if (!controls.has(name)) form.append(name, value);
  const messages: Record<string, string[]> = {};
  for (const [field, questionKey] of asked.isOpen ? fields : []) {
    const file = chosenFile(posted, field);
    if (!file) {
      if (posted.has(removeControl(field))) form.delete(field);
      continue;
    }
    const content = new Uint8Array(await file.arrayBuffer());
    const { eventId } = asked.form;
    const kept = await keepUpload({ eventId, questionKey, name: file.name, content, clientIp: asked.clientIp }, now);
    if (kept.ok) form.set(field, `${kept.value.token}/${kept.value.name}`);
    else messages[field] = [translator(asked.locale, "registrationErrors")(codeOf(kept.code))];
  }
  return { form, messages };
}

/** Too many files is no news about registrations. */
const codeOf = <Code extends string>(code: Code) => (code === "rate_limited" ? "file_limit" : code);

/** Whether the form takes anything now. */
export function isFormOpen(form: Parameters<typeof closedBecause>[0]): boolean {
  return closedBecause(form) === null;
}
