import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { translator } from "@/lib/i18n/translator";
import { openMyBooking } from "../../../_access/my-booking";
import { AnswerForm } from "../../../_form/answer-form";
import { eraseMe } from "./actions";

export const metadata: Metadata = { title: null, robots: { index: false } };

/** Says to whoever booked what is erased, what stays and why, before anything happens; the button does it. */
export default async function EraseBookerPage({ params }: PageProps<"/[locale]/booking/[reference]/erase">) {
  const { booking, locale, home } = await openMyBooking(params);
  if (!booking.canErase) redirect(home);
  const t = translator(locale, "selfService");
  const b = translator(locale, "booking");
  const title = b("eraseTitle", { event: booking.form.title[locale] });
  return (
    <main id="main" className="page page-letter">
      <h1>{title}</h1>
      <p className="page-lead">{t("eraseLead")}</p>
      <h2>{t("eraseGoes")}</h2>
      <ul>
        <li>{b("eraseGoesBooker")}</li>
        <li>{t("eraseGoesMails")}</li>
        <li>{b("eraseGoesLinks")}</li>
      </ul>
      <h2>{t("eraseStays")}</h2>
      <ul>
        <li>{b("eraseStaysColleagues")}</li>
        <li>{t("eraseStaysBilling")}</li>
        <li>{t("eraseStaysBackup")}</li>
      </ul>
      <AnswerForm
        action={eraseMe}
        hidden={{ reference: booking.reference, language: locale }}
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
