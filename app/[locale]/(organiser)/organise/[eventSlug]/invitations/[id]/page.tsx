import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canSeeCorrespondence } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { formatLongDate, formatMoment, inLocale } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { canInvite } from "@/lib/registrations/policy";
import { findOrganisersInvitation } from "@/lib/registrations/queries/organisers-invitation";
import { requireEvent } from "../../../../_access/require";
import frameStyles from "../../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import person from "../../registrations/[reference]/person.module.css";
import { municipalityLabel } from "../_board/describe";
import { DoneNotice } from "../_board/done-notice";
import { InvitationMark } from "../_board/invitation-mark";
import { InvitationActions } from "./invitation-actions";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string; id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "invitations")("title"), robots: { index: false } };
}

/** One invited person: who it is, what was answered, and what the organiser can do. */
export default async function InvitationOfPersonPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug, id }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const board = `/organise/${slug}/invitations`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canSeeCorrespondence, path: board }, now);
  const invitation = await findOrganisersInvitation(scope, id);
  if (!invitation) notFound();
  const t = translator(locale, "invitations");
  const { title, timeZone, answer, companions } = invitation;
  const states = translator(locale, "organiser");
  const registration = (reference: string) => localePath(locale, `/organise/${slug}/registrations/${reference}`);
  const facts = [
    { term: t("email"), text: invitation.email },
    { term: t("organisation"), text: invitation.organisationName },
    {
      term: t("municipality"),
      text: invitation.municipalityCode && municipalityLabel(invitation.municipalityCode, locale),
    },
    { term: t("group"), text: invitation.groupName },
    { term: t("category"), text: invitation.category ? inLocale(invitation.category, locale) : t("ownChoice") },
    { term: t("language"), text: t("languageOf", { language: invitation.locale }) },
    { term: t("sentAt"), text: invitation.sentAt && formatMoment(invitation.sentAt, timeZone, locale) },
    { term: t("answeredAt"), text: invitation.answeredAt && formatMoment(invitation.answeredAt, timeZone, locale) },
    { term: t("reason"), text: invitation.declineReason },
    {
      term: t("extendThrough"),
      text: invitation.extendedThrough && formatLongDate(invitation.extendedThrough, locale),
    },
    {
      term: t("guests"),
      text: invitation.extraGuests > 0 && t("guestsOf", { guests: invitation.guests, allowed: invitation.extraGuests }),
    },
  ];
  const known = facts.filter(({ text }) => text);
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={invitation.name}
      event={{ slug, title, role: scope.role, current: "invitations" }}
    >
      <DoneNotice raw={raw} locale={locale} />
      <p>
        <InvitationMark status={invitation.status} locale={locale} />
      </p>
      <section className={frameStyles["section"]} aria-labelledby="details">
        <h2 id="details">{t("details")}</h2>
        <dl className={person["facts"]}>
          {known.map(({ term, text }) => (
            <div key={term} className={person["fact"]}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
          {answer && (
            <div className={person["fact"]}>
              <dt>{t("registration")}</dt>
              <dd>
                <a href={registration(answer.reference)}>{answer.reference}</a> {states(`state.${answer.state}`)}
                {answer.as && `. ${t("answeredAs", answer.as)}`}
              </dd>
            </div>
          )}
          {companions.length > 0 && (
            <div className={person["fact"]}>
              <dt>{t("companions")}</dt>
              <dd>
                {companions.map(({ reference, name, state }) => (
                  <span key={reference}>
                    <a href={registration(reference)}>{name}</a> {states(`state.${state}`)}
                    {"\n"}
                  </span>
                ))}
              </dd>
            </div>
          )}
        </dl>
      </section>
      {canInvite(scope) && <InvitationActions invitation={invitation} slug={slug} now={now} locale={locale} />}
      <p>
        <a href={localePath(locale, board)}>{t("back")}</a>
      </p>
    </OrganiserFrame>
  );
}
