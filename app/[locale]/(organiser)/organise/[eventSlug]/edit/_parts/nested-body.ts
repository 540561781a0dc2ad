import type { FormValues } from "@/app/[locale]/(public)/_form/form-view";

type Body = { [name: string]: unknown };
const FRAME = new Set(["event", "language", "seen", "website"]);

/** What was typed as the body a schema reads: "days.<id>.date" becomes a field of a row. A field sent more than once is no text. */
export function nestedBody(values: FormValues): Body {
  const body: Body = Object.create(null) as Body;
  for (const [name, texts] of Object.entries(values)) {
    if (FRAME.has(name)) continue;
    const path = name.split(".").slice(0, 4);
    const last = path.pop() ?? "";
    let at = body;
    for (const step of path) {
      const inner = at[step];
      // A prototype is nobody's row: these objects have none.
      at[step] = typeof inner === "object" && inner !== null ? inner : (Object.create(null) as Body);
      at = at[step] as Body;
    }
    at[last] = texts.length === 1 ? texts[0] : texts;
  }
  return body;
}
