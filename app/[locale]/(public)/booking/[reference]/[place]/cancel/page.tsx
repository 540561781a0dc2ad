import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { openRegistrationInBooking } from "@/lib/auth/registration-gate";
import { translator } from "@/lib/i18n/translator";
import { getCancellationConsequences } from "@/lib/registrations/queries/cancellation";
import { getRegistration } from "@/lib/registrations/queries/my-registration";
import { openMyBooking } from "../../../../_access/my-booking";
import { AnswerForm } from "../../../../_form/answer-form";
import { consequencesInWords } from "../../../../my/[reference]/cancel/consequences";
import { cancelPlace } from "../actions";

// The form writes the title, because it begins with "Fel:" when it could not be done.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** Says what giving up a place of a booking leads to before anything happens; the button does it. */
export default async function CancelPlacePage({ params }: PageProps<"/[locale]/booking/[reference]/[place]/cancel">) {
  const { booking, scope, locale, home, now } = await openMyBooking(params);
  const { place } = await params;
  const person = booking.people.find(({ reference }) => reference === place);
  const opened = person && (await openRegistrationInBooking(scope, place));
  if (!person || !opened?.ok) notFound();
  if (!person.canCancel) redirect(home);
  const mine = await getRegistration(opened.value, now);
  const costs = await getCancellationConsequences(opened.value, mine);
  const t = translator(locale, "booking");
  const name = person.name ?? t("nameToCome");
  const title = t("cancelFor", { name });
  return (
    <main id="main" className="page page-letter">
      <h1>{title}</h1>
      <p className="page-lead">{t("cancelOwn")}</p>
      <ul>
        {consequencesInWords(mine, costs, locale).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <AnswerForm
        action={cancelPlace}
        hidden={{ reference: booking.reference, place, language: locale }}
        texts={{
          title,
          errorTitle: translator(locale, "register")("errorTitle", { title }),
          problemHeading: t("cancelProblem"),
          submit: t("cancelSubmit", { name }),
          submitting: t("cancelling"),
        }}
      />
      <p>
        <a href={home}>{t("back")}</a>
      </p>
    </main>
  );
}
