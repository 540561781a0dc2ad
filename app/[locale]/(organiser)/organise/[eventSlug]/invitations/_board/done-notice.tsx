import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import frameStyles from "../../../../_frame/frame.module.css";

type Props = {
  readonly raw: Readonly<Record<string, string | string[] | undefined>>;
  readonly locale: Locale;
};

/** What has just been done, told once above the page. */
export function DoneNotice({ raw, locale }: Props) {
  const words = inWords(raw, locale);
  return words === null ? null : (
    <p className={frameStyles["notice"]} role="status">
      {words}
    </p>
  );
}

function inWords(raw: Props["raw"], locale: Locale): string | null {
  const t = translator(locale, "invitations");
  const count = (name: string) => Math.min(Number(/^\d+$/.exec(String(raw[name]))?.[0] ?? 0), 1_000_000);
  switch (raw["done"]) {
    case "sent":
      return t("done.sent", { count: count("count") });
    case "imported":
      return t("done.imported", { added: count("added"), changed: count("changed"), wrong: count("wrong") });
    case "added":
    case "withdrawn":
    case "restored":
    case "extended":
    case "guests":
      return t(`done.${raw["done"]}`);
    default:
      return null;
  }
}
