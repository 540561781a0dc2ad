import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { formatList } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { AnswerForm } from "../../../_form/answer-form";
import { openMine } from "../my-opening";
import { sessionLines } from "../session-lines";
import { cancel } from "./actions";

export const metadata: Metadata = { title: null, robots: { index: false } };

/** Says what cancelling leads to before anything happens; the button does it. */
export default async function CancelPage({ params }: PageProps<"/[locale]/my/[reference]/cancel">) {
  const { mine, locale, home } = await openMine(params);
  if (!mine.canCancel) redirect(home);
  const t = translator(locale, "my");
  const title = t("cancelTitle", { event: mine.form.title[locale] });
  const sessions = sessionLines(mine, locale).map((line) => line.title);
  return (
    <main id="main" className="page page-letter">
      <h1>{title}</h1>
      <p className="page-lead">{t("cancelConsequences")}</p>
      <ul>
        <li>{t("consequencePlace")}</li>
        {sessions.length > 0 && <li>{t("consequenceSessions", { sessions: formatList(sessions, locale) })}</li>}
        {(mine.diet ?? mine.access) && <li>{t("consequenceNeeds")}</li>}
        <li>{t("consequenceCost")}</li>
        <li>{t("consequenceMail")}</li>
      </ul>
      <AnswerForm
        action={cancel}
        hidden={{ reference: mine.reference, language: locale }}
        texts={{
          title,
          errorTitle: translator(locale, "register")("errorTitle", { title }),
          problemHeading: t("cancelProblem"),
          submit: t("cancelConfirm"),
          submitting: t("cancelling"),
        }}
      />
      <p>
        <a href={home}>{t("cancelKeep")}</a>
      </p>
    </main>
  );
}
