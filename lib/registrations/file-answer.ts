// Part of what is sent to the browser, so it brings nothing along.
const HANDLE = /^[\w-]{20,64}$/;
const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The answer to a question that asks for a file, as it is stored: "<id>/<name>", so that whoever reads it can say the name. */
export function fileAnswer({ id, name }: { readonly id: string; readonly name: string }): string {
  return `${id}/${name}`;
}

/** The parts of a stored answer; null for anything else. */
export function readFileAnswer(answer: unknown): { readonly id: string; readonly name: string } | null {
  if (typeof answer !== "string") return null;
  const { handle, name } = partsOf(answer);
  return ID.test(handle) && name !== "" ? { id: handle, name } : null;
}

/**
 * What a form or a client sends as such an answer: the token of an upload, or the stored answer itself to keep the file. The
 * name after the slash is for the form that comes back; nothing is decided by it.
 */
export function isFileReference(sent: string): boolean {
  return HANDLE.test(partsOf(sent).handle);
}

/** The ids of the files among stored answers. */
export function fileIdsIn(
  questions: readonly { readonly key: string; readonly kind: string }[],
  answers: Readonly<Record<string, unknown>>,
): string[] {
  return questions.flatMap(({ key, kind }) => (kind === "FILE" ? (readFileAnswer(answers[key])?.id ?? []) : []));
}

/** The token or id in front of the slash, and the name after it. */
export function partsOf(sent: string): { readonly handle: string; readonly name: string } {
  const slash = sent.indexOf("/");
  return slash < 0 ? { handle: sent, name: "" } : { handle: sent.slice(0, slash), name: sent.slice(slash + 1) };
}

/** The name of the control that a file is chosen in, beside the field that carries the answer. */
export const fileControl = (field: string) => `${field}:file`;
/** The name of the box that takes a file away. */
export const removeControl = (field: string) => `${field}:remove`;
