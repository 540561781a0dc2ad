import type { Locale } from "@/lib/core/localised";
import type { getChecklist } from "@/lib/events/queries/publishing-checklist";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import "./editor.css";
import { EDITOR_PAGES } from "./section";

type Props = {
  readonly checklist: Awaited<ReturnType<typeof getChecklist>>;
  readonly slug: string;
  readonly locale: Locale;
};

/** What is there and what is missing before an event is published, each with the way to its field. */
export function Checklist({ checklist, slug, locale }: Props) {
  const t = translator(locale, "editorPublishing");
  const needs = (["required", "advised", "english"] as const).map((need) => ({
    need,
    items: checklist.filter((item) => item.need === need && (need !== "english" || !item.isDone)),
  }));
  return (
    <section aria-labelledby="checklist">
      <h2 id="checklist">{t("checklist.title")}</h2>
      {needs
        .filter(({ items }) => items.length > 0)
        .map(({ need, items }) => (
          <div key={need}>
            <h3>{t(`checklist.${need}`)}</h3>
            <ul className="checklist">
              {items.map(({ item, isDone, page, field }) => (
                <li key={item} data-done={isDone ? "yes" : need === "required" ? "no" : "later"}>
                  <a href={localePath(locale, `/organise/${slug}/edit${EDITOR_PAGES[page]}#${field}`)}>
                    {t(`checklist.item.${item}`)}
                  </a>
                  <span>{isDone ? `✓ ${t("checklist.done")}` : `– ${t("checklist.missing")}`}</span>
                </li>
              ))}
            </ul>
          </div>
        ))}
    </section>
  );
}
