import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getInvitation } from "@/lib/registrations/queries/my-invitation";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { findMyInvitation } from "../../../../_access/my-invitation";
import { AnswerForm } from "../../../../_form/answer-form";
import { eraseMe } from "./actions";

// The form writes the title, because it begins with "Fel:" when it could not be done.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** Says to somebody invited what is erased, what stays and why, before anything happens; the button does it. */
export default async function EraseInvitedPage({ params }: PageProps<"/[locale]/events/[slug]/invitation/erase">) {
  const { locale: code, slug } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const scope = await findMyInvitation(slug, now);
  const form = scope && (await findRegistrationForm(slug, scope, now));
  if (!scope || !form) notFound();
  const home = localePath(locale, `/events/${slug}/invitation`);
  if (!(await getInvitation(scope)).canErase) redirect(home);
  const t = translator(locale, "invitation");
  const s = translator(locale, "selfService");
  const title = t("eraseTitle", { event: form.title[locale] });
  return (
    <main id="main" className="page page-letter">
      <h1>{title}</h1>
      <p className="page-lead">{s("eraseLead")}</p>
      <h2>{s("eraseGoes")}</h2>
      <ul>
        <li>{t("eraseGoesPerson")}</li>
        <li>{s("eraseGoesMails")}</li>
        <li>{t("eraseGoesLinks")}</li>
      </ul>
      <h2>{s("eraseStays")}</h2>
      <ul>
        <li>{t("eraseStaysCount")}</li>
        <li>{t("eraseStaysRegistration")}</li>
        <li>{s("eraseStaysBackup")}</li>
      </ul>
      <p>{t("eraseNoMemory")}</p>
      <AnswerForm
        action={eraseMe}
        hidden={{ event: slug, language: locale }}
        texts={{
          title,
          errorTitle: translator(locale, "register")("errorTitle", { title }),
          problemHeading: s("eraseProblem"),
          submit: s("eraseConfirm"),
          submitting: s("erasing"),
        }}
      />
      <p>
        <a href={home}>{s("eraseKeep")}</a>
      </p>
    </main>
  );
}
