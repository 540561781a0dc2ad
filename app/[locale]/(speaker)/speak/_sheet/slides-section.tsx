import { CHOOSABLE } from "@/lib/core/file-kinds";
import type { Locale } from "@/lib/core/localised";
import { formatLongDate, formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { SpeakerSession } from "@/lib/programme/queries/speaker-sessions";
import { ToolForm } from "../../../(organiser)/_form/tool-form";
import { handIn, takeBack } from "../actions";
import styles from "./sheet.module.css";

type Props = {
  readonly session: SpeakerSession;
  readonly locale: Locale;
  /** What was just done with these slides. */
  readonly done: "sent" | "removed" | null;
};

/** The speaker's slides for one session: what is there, who may see it when, and the forms to hand in, replace and remove. */
export function SlidesSection({ session, locale, done }: Props) {
  const t = translator(locale, "speak");
  const { slides } = session;
  const title = session.title[locale];
  const hidden = { session: session.id, language: locale };
  const common = { working: t("slides.working"), errorTitle: t("slides.errorTitle") };
  const submit = t(slides ? "slides.replace" : "slides.send");
  return (
    <section id={`slides-${session.id}`} className={styles["slides"]} aria-label={t("slides.of", { title })}>
      <h5>{t("slides.title")}</h5>
      {done && <p role="status">{t(`slides.done.${done}`)}</p>}
      {slides && (
        <p>
          {slides.link ? <a href={slides.link}>{slides.name}</a> : <strong>{slides.name}</strong>},{" "}
          {t("slides.sentAt", { when: formatMoment(slides.uploadedAt, session.event.timeZone, locale) })}{" "}
          {slides.consent
            ? t(slides.isPublished ? "slides.public" : "slides.notYetPublic", {
                date: formatLongDate(slides.publicFrom, locale),
              })
            : t("slides.private")}
        </p>
      )}
      <ToolForm
        action={handIn}
        hidden={hidden}
        fields={[
          { name: "file", label: t("slides.file"), type: "file", accept: CHOOSABLE, help: t("slides.fileHelp") },
          { name: "link", label: t("slides.link"), type: "url" },
          { name: "consent", label: t("slides.consent"), type: "tick", value: slides?.consent ? "yes" : "" },
        ]}
        texts={{ ...common, submit, label: t("slides.about", { action: submit, title }) }}
      />
      {slides && (
        <ToolForm
          action={takeBack}
          hidden={hidden}
          texts={{
            ...common,
            submit: t("slides.remove"),
            label: t("slides.about", { action: t("slides.remove"), title }),
          }}
        />
      )}
    </section>
  );
}
