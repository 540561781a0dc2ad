import type { Metadata } from "next";
import { translator } from "@/lib/i18n/translator";
import { openMyBooking } from "../../../_access/my-booking";
import { formTexts } from "../../../_form/form-texts";
import { MunicipalityList } from "../../../_form/municipality-list";
import { ServerCheckedForm } from "../../../_form/server-checked-form";
import { changeDetails } from "./actions";
import { sharedSections, sharedValues } from "./details-view";

// The form writes its own title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** What is said once for the whole booking: who to ask, the questions asked once, and who pays. */
export default async function DetailsPage({ params }: PageProps<"/[locale]/booking/[reference]/details">) {
  const { booking, locale, home } = await openMyBooking(params);
  const t = translator(locale, "booking");
  const title = t("detailsTitle", { event: booking.form.title[locale] });
  const { questions } = booking.shared;
  const hidden = { reference: booking.reference, language: locale };
  return (
    <main id="main" className="page page-form">
      <p className="page-above">
        <a href={home}>{t("back")}</a>
      </p>
      <h1>{title}</h1>
      <p className="page-lead">{t("detailsLead", { email: booking.registrantEmail })}</p>
      {questions.length > 0 && questions.every(({ isClosed }) => isClosed) && <p>{t("detailsClosed")}</p>}
      <ServerCheckedForm
        action={changeDetails}
        initial={{ attempt: 0, values: sharedValues(booking), messages: {}, problem: null, hidden }}
        sections={sharedSections(booking, locale)}
        texts={formTexts(locale, {
          title,
          submit: t("detailsSubmit"),
          submitting: t("saving"),
          problemHeading: t("detailsProblem"),
        })}
      />
      <MunicipalityList />
    </main>
  );
}
