import { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { formatDateRange, formatLongDate } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import { CodeForm } from "./code-form";
import type { Obstacle } from "./obstacle";

/** The registration page when nobody can register: says why, and what one can do instead. */
export async function NotOpen({
  form,
  because,
  locale,
  now,
}: {
  form: RegistrationForm;
  because: Obstacle;
  locale: Locale;
  now: Temporal.Instant;
}) {
  const t = translator(locale, "register");
  const event = await findPublishedEvent(form.slug, now);
  const { heading, body } = words(form, because, locale);
  const isComing = because !== "cancelled" && because !== "over";
  return (
    <main id="main" className="page page-form">
      <title>{`${heading}: ${form.title[locale]}`}</title>
      <p className="page-above">
        <a href={localePath(locale, `/events/${form.slug}`)}>{form.title[locale]}</a>
      </p>
      <h1>{heading}</h1>
      <p className="page-lead">{body}</p>
      {because === "invitationOnly" && <CodeForm form={form} locale={locale} />}
      <h2>{t("whatYouCanDo")}</h2>
      <ul className="ways-on">
        <li>
          <a href={`mailto:${form.contactEmail}`}>{t("contactOrganiser", { name: form.contactName })}</a>
        </li>
        {isComing && (
          <li>
            <a href={localePath(locale, `/events/${form.slug}/event.ics`)}>{t("putInCalendar")}</a>
          </li>
        )}
        {event?.series && event.otherEditions.length > 0 && (
          <li>
            <a href={localePath(locale, `/series/${event.series.slug}`)}>{t("otherEditions")}</a>
          </li>
        )}
        <li>
          <a href={localePath(locale, "/")}>{t("allEvents")}</a>
        </li>
      </ul>
      <p>
        {t("alreadyRegistered")}{" "}
        <a href={localePath(locale, `/resend?event=${form.slug}`)}>{translator(locale, "selfService")("resendWay")}</a>
      </p>
    </main>
  );
}

function words(form: RegistrationForm, because: Obstacle, locale: Locale): { heading: string; body: string } {
  const t = translator(locale, "register");
  const date = (iso: string) => Temporal.PlainDate.from(iso);
  switch (because) {
    case "notYetOpen":
      return {
        heading: t("notYetOpenHeading"),
        body: form.registrationOpensOn
          ? t("notYetOpen", { date: formatLongDate(date(form.registrationOpensOn), locale) })
          : t("alreadyRegistered"),
      };
    case "closed":
      return {
        heading: t("closed"),
        body: t("closedBody", { date: formatLongDate(date(form.lastRegistrationDay), locale) }),
      };
    case "full":
      return { heading: t("fullHeading"), body: t("fullBody") };
    case "cancelled":
      return { heading: t("cancelled"), body: t("cancelledBody") };
    case "over":
      return {
        heading: t("over"),
        body: t("overBody", { date: formatDateRange(date(form.startsOn), date(form.endsOn), locale) }),
      };
    case "invitationOnly":
      if (form.openToAllOn) {
        const opening = formatLongDate(date(form.openToAllOn), locale);
        return { heading: t("invitedFirst"), body: t("invitedFirstBody", { date: opening }) };
      }
      return { heading: t("invitationOnly"), body: t("invitationOnlyBody") };
  }
}
