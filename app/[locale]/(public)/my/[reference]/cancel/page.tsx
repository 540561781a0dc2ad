import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { translator } from "@/lib/i18n/translator";
import { getCancellationConsequences } from "@/lib/registrations/queries/cancellation";
import { AnswerForm } from "../../../_form/answer-form";
import { openMine } from "../my-opening";
import { cancel } from "./actions";
import { consequencesInWords } from "./consequences";

export const metadata: Metadata = { title: null, robots: { index: false } };

/** Says what cancelling leads to before anything happens; the button does it. */
export default async function CancelPage({ params }: PageProps<"/[locale]/my/[reference]/cancel">) {
  const { mine, locale, home, scope } = await openMine(params);
  if (!mine.canCancel) redirect(home);
  const t = translator(locale, "my");
  const s = translator(locale, "selfService");
  const waits = mine.state !== "CONFIRMED";
  const event = mine.form.title[locale];
  const title = waits ? s("leaveTitle", { event }) : t("cancelTitle", { event });
  const consequences = consequencesInWords(mine, await getCancellationConsequences(scope, mine), locale);
  return (
    <main id="main" className="page page-letter">
      <h1>{title}</h1>
      <p className="page-lead">{t("cancelConsequences")}</p>
      <ul>
        {consequences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <AnswerForm
        action={cancel}
        hidden={{ reference: mine.reference, language: locale }}
        texts={{
          title,
          errorTitle: translator(locale, "register")("errorTitle", { title }),
          problemHeading: t("cancelProblem"),
          submit: waits ? s("leaveConfirm") : t("cancelConfirm"),
          submitting: t("cancelling"),
        }}
      />
      <p>
        <a href={home}>{waits ? s("leaveKeep") : t("cancelKeep")}</a>
      </p>
    </main>
  );
}
