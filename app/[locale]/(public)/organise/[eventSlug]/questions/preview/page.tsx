import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { previewForm } from "@/lib/registrations/queries/form-preview";
import { requireEvent } from "../../../../../(organiser)/_access/require";
import { checkFacts } from "../../../../_form/check-facts";
import { CheckedForm } from "../../../../_form/checked-form";
import { formTexts } from "../../../../_form/form-texts";
import { MunicipalityList } from "../../../../_form/municipality-list";
import { priceView } from "../../../../_form/price-view";
import { firstValues, registrationSections } from "../../../../_form/registration-view";
import { tryAnswers } from "./actions";

// The form writes its own title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** The registration form just as attendees meet it, to be tried out by who may change it. Nothing is kept. */
export default async function PreviewPage({
  params,
  searchParams,
}: PageProps<"/[locale]/organise/[eventSlug]/questions/preview">) {
  const { locale: language, eventSlug: slug } = await params;
  const locale = localeOf(language);
  const now = currentInstant();
  const path = `/organise/${slug}/questions`;
  const { scope } = await requireEvent(locale, { slug, permission: canEdit, path: `${path}/preview` }, now);
  const form = await previewForm(scope, now);
  const t = translator(locale, "questions");
  const title = t("previewTitle", { event: form.title[locale] });
  const isTried = (await searchParams)["tried"] === "1";
  return (
    <main id="main" className="page page-form">
      <p className="page-above">
        <a href={localePath(locale, path)}>{t("previewBack")}</a>
      </p>
      <h1>{title}</h1>
      {isTried && (
        <p className="notice" role="status">
          {t("previewFine")}
        </p>
      )}
      <p className="page-lead">{t("previewLead")}</p>
      <CheckedForm
        kind="registration"
        action={tryAnswers}
        initial={{
          attempt: 0,
          values: firstValues(form),
          messages: {},
          problem: null,
          hidden: { event: slug, language: locale },
        }}
        sections={registrationSections(form, locale)}
        facts={checkFacts(form, locale)}
        price={priceView(form, locale)}
        texts={formTexts(locale, {
          title,
          submit: t("previewTry"),
          submitting: t("previewTrying"),
          problemHeading: t("previewProblem"),
        })}
      />
      <MunicipalityList />
    </main>
  );
}
