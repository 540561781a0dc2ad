import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { translator } from "@/lib/i18n/translator";
import { AnswerForm } from "../../../_form/answer-form";
import { openMine } from "../my-opening";
import { erase } from "./actions";

export const metadata: Metadata = { title: null, robots: { index: false } };

/** Says what is erased, what stays and why, before anything happens; the button does it. */
export default async function ErasePage({ params }: PageProps<"/[locale]/my/[reference]/erase">) {
  const { mine, locale, home } = await openMine(params);
  if (!mine.canErase) redirect(home);
  const t = translator(locale, "selfService");
  const title = t("eraseTitle", { event: mine.form.title[locale] });
  return (
    <main id="main" className="page page-letter">
      <h1>{title}</h1>
      <p className="page-lead">{t("eraseLead")}</p>
      <h2>{t("eraseGoes")}</h2>
      <ul>
        <li>{t("eraseGoesPerson")}</li>
        <li>{t("eraseGoesAnswers")}</li>
        <li>{t("eraseGoesMails")}</li>
        <li>{t("eraseGoesLinks")}</li>
      </ul>
      <h2>{t("eraseStays")}</h2>
      <ul>
        <li>{t("eraseStaysHistory")}</li>
        <li>{t("eraseStaysBilling")}</li>
        <li>{t("eraseStaysBackup")}</li>
      </ul>
      <AnswerForm
        action={erase}
        hidden={{ reference: mine.reference, language: locale }}
        texts={{
          title,
          errorTitle: translator(locale, "register")("errorTitle", { title }),
          problemHeading: t("eraseProblem"),
          submit: t("eraseConfirm"),
          submitting: t("erasing"),
        }}
      />
      <p>
        <a href={home}>{t("eraseKeep")}</a>
      </p>
    </main>
  );
}
