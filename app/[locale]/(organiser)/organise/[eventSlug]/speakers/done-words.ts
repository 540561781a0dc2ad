import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";

const DONE = ["added", "publish", "hide", "remove", "evaluation", "speaker-added", "speaker-changed"] as const;

/** What a form of the page about speakers did, as the address it leads to tells; null for nothing. */
export function doneWords(
  { sent, done }: Readonly<Record<string, string | string[] | undefined>>,
  locale: Locale,
): string | null {
  const t = translator(locale, "speakers");
  if (typeof sent === "string" && /^[1-9]\d{0,3}$/.test(sent)) return t("done.sent", { count: Number(sent) });
  const what = DONE.find((each) => each === done);
  return what ? t(`done.${what}`) : null;
}
