// What is sent for a control in which nothing was chosen, by browsers and by our own tests' plain posts.
const NO_FILE = ["", "blob", "undefined"];

/** The file that was chosen in a form's control, with its bytes; null when none was. */
export async function postedFile(
  form: FormData,
  name: string,
): Promise<{ readonly name: string; readonly content: Uint8Array } | null> {
  const file = form.get(name);
  if (file === null || typeof file === "string") return null;
  if (file.size === 0 && NO_FILE.includes(file.name)) return null;
  return { name: file.name, content: new Uint8Array(await file.arrayBuffer()) };
}
