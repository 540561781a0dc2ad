import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { formatList } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { Mailing } from "@/lib/mailings/queries/mailing";
import { previewOf } from "@/lib/mailings/queries/preview";
import { countRecipients, listExamples } from "@/lib/mailings/queries/recipients";
import { offeredFields } from "@/lib/mailings/schema";
import { ToolForm } from "../../../../_form/tool-form";
import frameStyles from "../../../../_frame/frame.module.css";
import toolStyles from "../../../../_frame/tools.module.css";
import { Recipients } from "../_parts/recipients";
import { textFields } from "../_parts/text-fields";
import { remove, save, send, test } from "../actions";
import styles from "./mailing.module.css";

type Props = {
  readonly mailing: Mailing;
  readonly scope: EventScope;
  readonly slug: string;
  readonly locale: Locale;
  readonly email: string;
  /** Whose eyes the preview is read with, by reference, and in which language. */
  readonly as: string | null;
  readonly language: Locale;
  readonly done: string | null;
  readonly now: Temporal.Instant;
};

/** A draft: to whom it goes, what it says, how it reads, a test to oneself, and the button that sends it. */
export async function Draft({ mailing, scope, slug, locale, email, as, language, done, now }: Props) {
  const { id, filter, revision } = mailing;
  const t = translator(locale, "mailings");
  const [counts, examples] = await Promise.all([countRecipients(scope, filter), listExamples(scope, filter)]);
  const example = examples.find(({ reference }) => reference === as) ?? examples[0];
  const asked = { eventId: scope.eventId, reference: example?.reference ?? "", locale: language };
  const preview = await previewOf(id, asked, now);
  const hidden = { event: slug, language: locale, id, revision: String(revision) };
  const errorTitle = t("errorTitle");
  return (
    <>
      {done === "saved" && <p role="status">{t("saved")}</p>}
      {done === "tested" && <p role="status">{t("tested", { email })}</p>}
      {done === "undone" && <p role="status">{t("undone")}</p>}
      <Recipients {...{ filter, counts, slug, locale }} />
      <section className={frameStyles["section"]} aria-labelledby="text">
        <h2 id="text">{t("text")}</h2>
        <p>{t("fields", { fields: formatList(offeredFields(locale), locale) })}</p>
        <p>
          {t("frame")} {t("english")}
        </p>
        <ToolForm
          action={save}
          hidden={hidden}
          fields={textFields(mailing, locale)}
          texts={{ submit: t("save"), working: t("saving"), errorTitle }}
        />
      </section>
      {preview && example && (
        <section className={frameStyles["section"]} aria-labelledby="preview">
          <h2 id="preview">{t("preview")}</h2>
          <form method="get" className={toolStyles["tools"]}>
            <label htmlFor="as">{t("previewFor")}</label>
            <select id="as" name="as" defaultValue={example.reference}>
              {examples.map(({ reference, name }) => (
                <option key={reference} value={reference}>
                  {name}
                </option>
              ))}
            </select>
            <label htmlFor="in">{t("previewLanguage")}</label>
            <select id="in" name="in" defaultValue={language}>
              <option value="sv">{t("languageSv")}</option>
              <option value="en">{t("languageEn")}</option>
            </select>
            <button type="submit" className={toolStyles["button"]}>
              {t("show")}
            </button>
          </form>
          <p>
            {t("previewAs", { name: example.name })}: <strong>{preview.subject}</strong>
          </p>
          <iframe className={styles["letter"]} title={t("previewFrame")} srcDoc={preview.html} sandbox="" />
          <details>
            <summary>{t("plain")}</summary>
            <pre className={styles["plain"]}>{preview.text}</pre>
          </details>
          <ToolForm
            action={test}
            hidden={{ ...hidden, as: example.reference, in: language }}
            texts={{ submit: t("test", { email }), working: t("testing"), errorTitle }}
          />
        </section>
      )}
      <section className={frameStyles["section"]} aria-labelledby="send">
        <h2 id="send">{t("send")}</h2>
        <p>{counts.count > 0 ? t("sendHelp") : t("nobodyYet")}</p>
        {counts.count > 0 && (
          <ToolForm
            action={send}
            hidden={{ ...hidden, shown: String(counts.count) }}
            fields={[
              { name: "date", label: t("date"), type: "date" },
              { name: "time", label: t("time"), type: "text" },
            ]}
            texts={{ submit: t("sendSubmit", { count: counts.count }), working: t("sending"), errorTitle }}
          />
        )}
        <ToolForm action={remove} hidden={hidden} texts={{ submit: t("remove"), working: t("removing"), errorTitle }} />
      </section>
    </>
  );
}
