import type { FormMessages, FormValues } from "@/app/[locale]/(public)/_form/form-view";
import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { SessionFields } from "@/lib/programme/queries/edited-session";
import { sessionView } from "./session-view";

/** By each field that holds something else than what is stored: what is stored, in words. */
export async function storedBeside(
  scope: EventScope,
  { stored, values }: { readonly stored: SessionFields; readonly values: FormValues },
  locale: Locale,
): Promise<FormMessages> {
  const t = translator(locale, "programmeEditor");
  const sections = await sessionView(scope, { taken: 0, speakers: Object.keys(stored).length }, locale);
  const fields = new Map(sections.flatMap((section) => section.fields).map((field) => [field.name, field]));
  const differing = Object.entries(stored).flatMap(([name, value]) => {
    if (value === (values[name]?.[0] ?? "").replaceAll("\r\n", "\n").trim()) return [];
    const field = fields.get(name);
    const chosen = field && "choices" in field ? field.choices.find((one) => one.value === value)?.label : undefined;
    const words = field?.kind === "tick" ? (value === "on" ? "☑" : "☐") : (chosen ?? value);
    return [[name, [t("storedNow", { value: words || t("nothing") })]] as const];
  });
  return Object.fromEntries(differing);
}
