import type { Metadata } from "next";
import { Prose } from "@/app/[locale]/(public)/_event/prose";
import "@/app/[locale]/(public)/event.css";
import { translator } from "@/lib/i18n/translator";
import { type EditorProps, SectionPage } from "../_parts/section-page";
import { textsSection } from "../_parts/sections";
import { saveTexts } from "../actions";

// The form writes the title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** What stands on an event's page, and below how it is set. */
export default function TextsPage(props: EditorProps) {
  return (
    <SectionPage
      {...props}
      section={textsSection}
      action={saveTexts}
      below={({ fields }, locale) => {
        const t = translator(locale, "editor");
        const shown = (["description", "practicalities"] as const).flatMap((name) => {
          const own = locale === "en" ? fields[`${name}En`] : "";
          const text = own || fields[`${name}Sv`];
          return text ? [{ name, text }] : [];
        });
        if (shown.length === 0) return null;
        return (
          <section className="editor-shown" aria-labelledby="shown">
            <h2 id="shown">{t("texts.shown")}</h2>
            {shown.map(({ name, text }) => (
              <div key={name}>
                <h3>{t(`texts.${name}`)}</h3>
                <Prose under={3}>{text}</Prose>
              </div>
            ))}
          </section>
        );
      }}
    />
  );
}
