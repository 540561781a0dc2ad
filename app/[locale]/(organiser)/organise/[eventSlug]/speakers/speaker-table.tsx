import type { Locale } from "@/lib/core/localised";
import { formatMoment } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { EventSpeaker } from "@/lib/programme/queries/event-speakers";
import tableStyles from "../../../_frame/table.module.css";

type Props = {
  readonly speakers: readonly EventSpeaker[];
  readonly slug: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly canChange: boolean;
};

/** The event's speakers, each with a box to choose them by; who has no address cannot be chosen. */
export function SpeakerTable({ speakers, slug, timeZone, locale, canChange }: Props) {
  const t = translator(locale, "speakers");
  return (
    <div className={tableStyles["scroll"]}>
      <table className={tableStyles["table"]}>
        <caption>{t("title")}</caption>
        <thead>
          <tr>
            {canChange && <th scope="col">{t("chosen")}</th>}
            <th scope="col">{t("name")}</th>
            <th scope="col">{t("sessions")}</th>
            <th scope="col">{t("address")}</th>
            <th scope="col">{t("invited")}</th>
            <th scope="col">{t("slides")}</th>
          </tr>
        </thead>
        <tbody>
          {speakers.map(({ id, name, affiliation, email, sessions, invitedAt, slides }) => (
            <tr key={id}>
              {canChange && (
                <td>
                  {email && <input type="checkbox" name="speaker" value={id} aria-label={t("choose", { name })} />}
                </td>
              )}
              <th scope="row">
                {canChange ? <a href={localePath(locale, `/organise/${slug}/speakers/${id}`)}>{name}</a> : name}
                {affiliation && `, ${affiliation}`}
              </th>
              <td>{sessions.map((title) => title[locale]).join(" · ")}</td>
              <td>{email ?? t("noAddress")}</td>
              <td>{invitedAt ? formatMoment(invitedAt, timeZone, locale) : t("notInvited")}</td>
              <td>{slidesWords(slides, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function slidesWords(slides: EventSpeaker["slides"], locale: Locale): string {
  const t = translator(locale, "speakers");
  if (!slides) return t("slidesNotDue");
  return slides.due === 1 ? t(slides.there === 1 ? "slidesThere" : "slidesMissing") : t("slidesSome", slides);
}
