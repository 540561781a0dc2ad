import type { Locale } from "@/lib/core/localised";
import { municipalityName } from "@/lib/core/municipalities";
import { formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { MyInvitation } from "@/lib/registrations/queries/my-invitation";

type Props = { readonly invitation: MyInvitation; readonly timeZone: string; readonly locale: Locale };

/** Everything stored about somebody who was invited, what they answered included. */
export function InvitationStored({ invitation, timeZone, locale }: Props) {
  const t = translator(locale, "invitation");
  const { state, answeredAt, municipalityCode, declineReason } = invitation;
  const answer = t(`answers.${state}`);
  const moment = answeredAt && formatMoment(answeredAt, timeZone, locale);
  const rows: [term: string, text: string | null][] = [
    [t("name"), invitation.name],
    [t("email"), invitation.email],
    [t("organisation"), invitation.organisationName],
    [t("municipality"), municipalityCode && (municipalityName(municipalityCode) ?? municipalityCode)],
    [t("group"), invitation.groupName],
    [t("answer"), moment ? t("answeredOn", { answer, moment }) : answer],
    ...(state === "DECLINED" ? [[t("reason"), declineReason] satisfies [string, string | null]] : []),
  ];
  return (
    <section aria-labelledby="stored">
      <h2 id="stored">{t("stored")}</h2>
      <dl className="facts facts-quiet">
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text ?? <span className="quiet">{t("notGiven")}</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
