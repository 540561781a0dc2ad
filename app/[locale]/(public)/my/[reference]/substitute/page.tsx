import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { translator } from "@/lib/i18n/translator";
import { formTexts } from "../../../_form/form-texts";
import { ServerCheckedForm } from "../../../_form/server-checked-form";
import { openMine } from "../my-opening";
import { handOver } from "./actions";

// The form writes its own title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** Says what handing the place over leads to, and asks who comes instead. */
export default async function SubstitutePage({ params }: PageProps<"/[locale]/my/[reference]/substitute">) {
  const { mine, locale, home } = await openMine(params);
  if (!mine.canSubstitute) redirect(home);
  const t = translator(locale, "selfService");
  const title = t("handOverTitle", { event: mine.form.title[locale] });
  return (
    <main id="main" className="page page-form">
      <p className="page-above">
        <a href={home}>{translator(locale, "my")("back")}</a>
      </p>
      <h1>{title}</h1>
      <p className="page-lead">{t("handOverLead")}</p>
      <p>{t("handOverConsequences")}</p>
      <ul>
        <li>{t("handOverMail")}</li>
        <li>{t("handOverLink")}</li>
        <li>{t("handOverCleared")}</li>
        <li>{t("handOverPrice")}</li>
      </ul>
      <ServerCheckedForm
        action={handOver}
        initial={{
          attempt: 0,
          values: {},
          messages: {},
          problem: null,
          hidden: { reference: mine.reference, language: locale },
        }}
        sections={[
          {
            id: "who",
            heading: t("handOverWho"),
            fields: [
              { kind: "line", id: "name", name: "name", label: t("newName"), type: "text", required: true },
              {
                kind: "line",
                id: "email",
                name: "email",
                label: t("newEmail"),
                help: t("newEmailHelp"),
                type: "email",
                required: true,
              },
            ],
          },
        ]}
        texts={formTexts(locale, {
          title,
          submit: t("handOverSubmit"),
          submitting: t("handOverSubmitting"),
          problemHeading: t("handOverProblem"),
        })}
      />
    </main>
  );
}
