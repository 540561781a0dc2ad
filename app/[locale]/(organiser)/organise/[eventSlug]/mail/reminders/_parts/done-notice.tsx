import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import frameStyles from "../../../../../_frame/frame.module.css";

const DONE = ["added", "saved", "on", "off", "removed", "ladder-on", "ladder-off"] as const;

/** What has just been done, as the address says. */
export function DoneNotice({ done, locale }: { readonly done: unknown; readonly locale: Locale }) {
  const known = DONE.find((each) => each === done);
  return known ? (
    <p className={frameStyles["notice"]} role="status">
      {translator(locale, "reminders")(`done.${known}`)}
    </p>
  ) : null;
}
