import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { findMailPreferences } from "@/lib/mail/queries/mail-preferences";
import { MAIL_CLASSES } from "@/lib/mail/schema";
import { AnswerForm } from "../../_form/answer-form";
import { choose } from "./actions";

// The forms write the page's title.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** Which mail of an organisation its recipient wants. Opening it changes nothing: mail scanners open every link. */
export default async function MailPreferencesPage({ params, searchParams }: PageProps<"/[locale]/u/[token]">) {
  const { locale: code, token } = await params;
  const locale = localeOf(code);
  const found = await findMailPreferences(token);
  if (!found) notFound();
  const { organisation, address, kind, declined } = found;
  const t = translator(locale, "mailPreferences");
  const { done } = await searchParams;
  const title = t("title", { organisation });
  const texts = {
    title,
    errorTitle: translator(locale, "register")("errorTitle", { title }),
    problemHeading: t("problem"),
    submitting: t("working"),
  };
  return (
    <main id="main" className="page page-letter">
      <h1>{title}</h1>
      {(done === "saved" || done === "stopped") && (
        <p className="page-lead" role="status">
          {t(done)}
        </p>
      )}
      <p className="page-lead">{t("lead", { organisation, address })}</p>
      {kind && !declined.includes(kind) && (
        <>
          <p>{t(`stopWhat.${kind}`)}</p>
          <AnswerForm
            action={choose}
            hidden={{ token, language: locale, stop: "yes" }}
            texts={{ ...texts, submit: t("stop") }}
          />
        </>
      )}
      <h2>{t("choose")}</h2>
      <AnswerForm
        // What was saved is what is ticked: the form begins anew with every choice.
        key={declined.join(" ")}
        action={choose}
        hidden={{ token, language: locale }}
        texts={{ ...texts, submit: t("save") }}
        isQuiet
      >
        {MAIL_CLASSES.map((each) => (
          <label key={each} className="choice">
            <input type="checkbox" name="wanted" value={each} defaultChecked={!declined.includes(each)} />
            <span className="choice-label">{t(`kind.${each}`)}</span>
          </label>
        ))}
      </AnswerForm>
      <p>{t("always")}</p>
    </main>
  );
}
