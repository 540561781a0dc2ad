import type { Locale } from "@/lib/core/localised";
import { formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { EventSpeaker } from "@/lib/programme/queries/event-speakers";
import tableStyles from "../../../_frame/table.module.css";

type Props = {
  readonly speakers: readonly EventSpeaker[];
  readonly timeZone: string;
  readonly locale: Locale;
};

/** The event's speakers, each with a box to choose them by; who has no address cannot be chosen. */
export function SpeakerTable({ speakers, timeZone, locale }: Props) {
  const t = translator(locale, "speakers");
  return (
    <div className={tableStyles["scroll"]}>
      <table className={tableStyles["table"]}>
        <caption>{t("title")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("chosen")}</th>
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("sessions")}</th>
            <th scope="col">{t("address")}</th>
            <th scope="col">{t("invited")}</th>
          </tr>
        </thead>
        <tbody>
          {speakers.map(({ id, name, affiliation, email, sessions, invitedAt }) => (
            <tr key={id}>
              <td>{email && <input type="checkbox" name="speaker" value={id} aria-label={t("choose", { name })} />}</td>
              <th scope="row">{[name, affiliation].filter(Boolean).join(", ")}</th>
              <td>{sessions.map((title) => title[locale]).join(" · ")}</td>
              <td>{email ?? t("noAddress")}</td>
              <td>{invitedAt ? formatMoment(invitedAt, timeZone, locale) : t("notInvited")}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
