import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { readOwnText } from "@/lib/mailings/queries/own-text-preview";
import { fieldsOf, type OwnText } from "@/lib/mailings/queries/own-texts";
import { ToolForm } from "../../../../../_form/tool-form";
import frameStyles from "../../../../../_frame/frame.module.css";
import { change, reset, restore, test } from "./actions";
import { LetterView } from "./letter-view";
import styles from "./own-text.module.css";
import { OwnTextForm } from "./own-text-form";

type Props = {
  readonly message: string;
  readonly own: OwnText | null;
  readonly language: Locale;
  readonly locale: Locale;
  readonly slug: string;
  readonly eventId: string;
  readonly email: string;
  readonly examples: readonly { readonly reference: string; readonly name: string }[];
  readonly as: { readonly reference: string; readonly name: string } | null;
  readonly now: Temporal.Instant;
};

/** A letter in one language: the editor with its fields, what can be done with the text, and how it reads now. */
export async function InLanguage({ message, own, language, locale, slug, eventId, email, examples, as, now }: Props) {
  const t = translator(locale, "ownTexts");
  const asked = { eventId, message, locale: language, reference: as?.reference ?? "" };
  const read = await readOwnText(asked, now);
  const hidden = { event: slug, language: locale, message, in: language, revision: String(own?.revision ?? 0) };
  const errorTitle = t("errorTitle");
  const state = own?.inUse ? "isOwn" : own ? "isKept" : "isStandard";
  const view = { plain: t("plain"), frame: t("frame", { language: t(language) }) };
  const standard = read.ok ? read.value.standard : null;
  return (
    <section className={frameStyles["section"]} aria-labelledby={language}>
      <h2 id={language}>{t(language)}</h2>
      <p>{t(state)}</p>
      <div className={styles["beside"]}>
        <OwnTextForm
          action={change}
          hidden={hidden}
          written={{ subject: own?.subject ?? "", body: own?.body ?? "" }}
          language={language}
          readers={[...examples, { reference: "", name: t("somebody") }]}
          reader={as?.reference ?? ""}
          texts={{
            ...{ subject: t("subject"), body: t("body"), readAs: t("readAs"), help: t("markdown"), errorTitle },
            ...{ save: t("save"), preview: t("preview"), working: t("working"), previewNew: t("previewNew") },
            ...{ theirs: t("theirs"), theirsHelp: t("theirsHelp"), view },
          }}
        />
        <div>
          <h3>{t("fields")}</h3>
          <p>{t("fieldsHelp")}</p>
          <ul>
            {fieldsOf(message, language).map((field) => (
              <li key={field} lang={language}>
                <code>{field}</code>
              </li>
            ))}
          </ul>
        </div>
      </div>
      {own && (
        <ToolForm
          action={own.inUse ? reset : restore}
          hidden={hidden}
          texts={{ submit: t(own.inUse ? "reset" : "restore"), working: t("working"), errorTitle }}
        />
      )}
      {read.ok && (
        <>
          <h3>{t("previewOf", { name: as?.name ?? t("somebody") })}</h3>
          <LetterView letter={read.value.letter} lang={language} {...view} />
          <ToolForm
            action={test}
            hidden={{ ...hidden, as: as?.reference ?? "" }}
            texts={{ submit: t("test", { email }), working: t("testing"), errorTitle }}
          />
        </>
      )}
      {own?.inUse && standard && (
        <details>
          <summary>{t("standardText")}</summary>
          <LetterView letter={standard} lang={language} {...view} frame={t("standardText")} />
        </details>
      )}
    </section>
  );
}
