import type { Metadata } from "next";
import { notFound } from "next/navigation";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { openMyBooking } from "../../../_access/my-booking";
import { formTexts } from "../../../_form/form-texts";
import type { FieldView } from "../../../_form/form-view";
import { ServerCheckedForm } from "../../../_form/server-checked-form";
import { namePlace, swapPlace } from "./actions";

// The forms write the title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** One place of a booking: a name for it, somebody else in it, or the way to give it up. */
export default async function PlacePage({ params }: PageProps<"/[locale]/booking/[reference]/[place]">) {
  const { booking, locale, home } = await openMyBooking(params);
  const { place } = await params;
  const person = booking.people.find(({ reference }) => reference === place);
  if (!person) notFound();
  const t = translator(locale, "booking");
  const name = person.name ?? t("nameToCome");
  const title = t("placeTitle", { name });
  const hidden = { reference: booking.reference, place, language: locale };
  const initial = { attempt: 0, values: {}, messages: {}, problem: null, hidden };
  const isForm = person.canName || person.canSubstitute;
  return (
    <main id="main" className="page page-form">
      {!isForm && <title>{title}</title>}
      <p className="page-above">
        <a href={home}>{t("back")}</a>
      </p>
      <h1>{title}</h1>
      {!isForm && !person.canCancel && <p>{t("nothing")}</p>}
      {person.canName && (
        <ServerCheckedForm
          action={namePlace}
          initial={initial}
          sections={[{ id: "who", heading: t("nameTitle"), intro: t("nameLead"), fields: who(locale) }]}
          texts={formTexts(locale, {
            title,
            submit: t("nameSubmit"),
            submitting: t("saving"),
            problemHeading: t("nameProblem"),
          })}
        />
      )}
      {person.canSubstitute && (
        <ServerCheckedForm
          action={swapPlace}
          initial={initial}
          sections={[{ id: "who", heading: t("swapTitle"), intro: t("swapLead"), fields: who(locale) }]}
          texts={formTexts(locale, {
            title,
            submit: t("swapSubmit"),
            submitting: t("saving"),
            problemHeading: t("swapProblem"),
          })}
        />
      )}
      {person.canCancel && (
        <p className="form-afterwards">
          <a href={`${home}/${place}/cancel`}>{t("cancelTitle")}</a>
        </p>
      )}
    </main>
  );
}

function who(locale: Locale): FieldView[] {
  const r = translator(locale, "register");
  const help = translator(locale, "booking")("personEmailHelp");
  return [
    { kind: "line", id: "name", name: "name", label: r("name"), type: "text", required: true },
    { kind: "line", id: "email", name: "email", label: r("email"), help, type: "email", required: true },
  ];
}
