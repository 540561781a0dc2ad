import type { Locale } from "@/lib/core/localised";
import { formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { OwnWords } from "@/lib/reports/queries/registration-notes";
import { ToolForm } from "../../../../_form/tool-form";
import frameStyles from "../../../../_frame/frame.module.css";
import { note, tag } from "./actions";
import person from "./person.module.css";

type Props = {
  readonly locale: Locale;
  readonly slug: string;
  readonly reference: string;
  readonly name: string;
  readonly words: OwnWords;
  readonly timeZone: string;
  readonly mayEdit: boolean;
};

/** What the organisation keeps about the person for itself: tags that the list can be filtered by, and notes. */
export function OwnWordsSection({ locale, slug, reference, name, words, timeZone, mayEdit }: Props) {
  const t = translator(locale, "organiserPerson");
  const hidden = { event: slug, reference, language: locale };
  const texts = (submit: string, label?: string) => ({
    submit,
    working: t("working"),
    errorTitle: t("errorTitle", { title: name }),
    ...(label === undefined ? {} : { label }),
  });
  return (
    <section className={frameStyles["section"]} aria-labelledby="own">
      <h2 id="own">{t("own")}</h2>
      <p>{t("ownHelp")}</p>
      {words.tags.length === 0 && <p>{t("noTags")}</p>}
      {words.tags.length > 0 && (
        <ul className={person["tags"]}>
          {words.tags.map((one) => (
            <li key={one.key}>
              <span className={person["tag"]}>{one.name}</span>
              {mayEdit && (
                <ToolForm
                  action={tag}
                  hidden={{ ...hidden, tag: one.name, isOn: "no" }}
                  texts={texts(t("tagRemove"), t("tagRemoveOne", { tag: one.name }))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {mayEdit && (
        <ToolForm
          action={tag}
          hidden={{ ...hidden, isOn: "yes" }}
          fields={[{ name: "tag", label: t("tag"), type: "text" }]}
          texts={texts(t("tagSubmit"))}
        />
      )}
      <ul className={person["notes"]}>
        {words.notes.map(({ id, text, at, by }) => {
          const when = formatMoment(at, timeZone, locale);
          return (
            <li key={id}>
              <p className={person["noted"]}>{t("noteBy", { when, by: by ?? t("somebody") })}</p>
              <p>{text}</p>
              {mayEdit && (
                <ToolForm
                  action={note}
                  hidden={{ ...hidden, remove: id }}
                  texts={texts(t("noteRemove"), t("noteRemoveOne", { when }))}
                />
              )}
            </li>
          );
        })}
      </ul>
      {mayEdit && (
        <ToolForm
          action={note}
          hidden={hidden}
          fields={[{ name: "text", label: t("note"), type: "long-text", rows: 3 }]}
          texts={texts(t("noteSubmit"))}
        />
      )}
    </section>
  );
}
