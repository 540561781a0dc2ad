import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { after } from "next/server";
import { Temporal } from "temporal-polyfill";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { formatDateRange, formatLongDate } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { noteOpenedInvitation } from "@/lib/registrations/commands/note-opened-invitation";
import { getInvitation, type MyInvitation } from "@/lib/registrations/queries/my-invitation";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import { findMyInvitation } from "../../../_access/my-invitation";
import { OwnData } from "../../../_access/own-data";
import { AnswerForm } from "../../../_form/answer-form";
import { GuestSection } from "../../../_guests/guest-section";
import { decline } from "./actions";
import { InvitationStored } from "./stored";

export const metadata: Metadata = { title: null, robots: { index: false } };

/** A personal invitation: accept by registering, or decline with a word about why. */
export default async function InvitationPage({
  params,
  searchParams,
}: PageProps<"/[locale]/events/[slug]/invitation">) {
  const { locale: code, slug } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const scope = await findMyInvitation(slug, now);
  const form = scope && (await findRegistrationForm(slug, scope, now));
  if (!scope || !form) notFound();
  const invitation = await getInvitation(scope);
  const { name, state, hasPlace, canErase } = invitation;
  // Harmless information, so that it may be told by a page (docs/decisions/0007).
  if (state === "SENT") after(() => noteOpenedInvitation(scope, now));
  const t = translator(locale, "invitation");
  const event = form.title[locale];
  const title = t("title", { event });
  const dates = formatDateRange(Temporal.PlainDate.from(form.startsOn), Temporal.PlainDate.from(form.endsOn), locale);
  const isOpen = form.window.state === "open";
  // Whoever has cancelled may come after all, or say that they will not.
  const mayAnswer = state !== "ACCEPTED" || !hasPlace;
  return (
    <main id="main" className="page page-letter">
      <h1>{title}</h1>
      <p className="page-lead">
        {t("greeting", { name })} {t("invited", { organiser: form.organiser, event, date: dates })}
      </p>
      <p>
        <a href={localePath(locale, `/events/${slug}`)}>{translator(locale, "register")("toEvent")}</a>
      </p>
      {(await searchParams)["guests"] === "1" && <p role="status">{translator(locale, "guests")("done")}</p>}
      {state === "ACCEPTED" && <p role="status">{t(hasPlace ? "accepted" : "cancelled")}</p>}
      {state === "DECLINED" && (
        <p className="notice" role="status">
          {t("declined")} {isOpen && t("changeMind")}
        </p>
      )}
      {mayAnswer && (
        <Answers
          form={form}
          locale={locale}
          title={title}
          isOpen={isOpen}
          mayDecline={state !== "DECLINED"}
          invitation={invitation}
        />
      )}
      <GuestSection invitation={invitation} isOpen={isOpen} whose={{ event: slug }} locale={locale} />
      <InvitationStored invitation={invitation} timeZone={form.timeZone} locale={locale} />
      <OwnData
        canErase={canErase}
        later={t("eraseLater")}
        locale={locale}
        home={localePath(locale, `/events/${slug}/invitation`)}
      />
      {(!mayAnswer || !isOpen || state === "DECLINED") && <title>{title}</title>}
    </main>
  );
}

function Answers(props: {
  form: RegistrationForm;
  locale: Locale;
  title: string;
  isOpen: boolean;
  mayDecline: boolean;
  invitation: MyInvitation;
}) {
  const { form, locale, title, isOpen, mayDecline, invitation } = props;
  const { email, isForwardable } = invitation;
  const t = translator(locale, "invitation");
  if (!isOpen) return <p>{t("closed")}</p>;
  return (
    <>
      <p>{isForwardable ? t("forwardable") : t("bound", { email })}</p>
      <p>{t("answerBy", { date: formatLongDate(Temporal.PlainDate.from(form.lastRegistrationDay), locale) })}</p>
      <p>
        <a className="button" href={localePath(locale, `/events/${form.slug}/register`)}>
          {t("accept")}
        </a>
      </p>
      {mayDecline && (
        <section aria-labelledby="decline">
          <h2 id="decline">{t("declineHeading")}</h2>
          <AnswerForm
            action={decline}
            isQuiet
            hidden={{ event: form.slug, language: locale }}
            texts={{
              title,
              errorTitle: translator(locale, "register")("errorTitle", { title }),
              problemHeading: t("problem"),
              submit: t("decline"),
              submitting: t("declining"),
            }}
          >
            <div className="field">
              <label className="field-label" htmlFor="reason">
                {t("declineReason")}
                <span className="field-optional"> ({translator(locale, "register")("optional")})</span>
              </label>
              <textarea className="field-control" id="reason" name="reason" rows={3} maxLength={500} />
            </div>
          </AnswerForm>
        </section>
      )}
    </>
  );
}
