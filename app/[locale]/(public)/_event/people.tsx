import type { Locale } from "@/lib/core/localised";
import type { PublishedEvent } from "@/lib/events/queries/published-event";
import { formatDateRange } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import type { Programme } from "@/lib/programme/queries/programme";

type Props = { readonly event: PublishedEvent; readonly programme: Programme; readonly locale: Locale };

/** Who speaks, each once, in the order they come on. */
export function Speakers({ programme, locale }: Omit<Props, "event">) {
  const sessions = [...programme.days.flatMap((day) => day.sessions), ...programme.beside];
  const speakers = new Map(sessions.flatMap((session) => session.speakers).map((speaker) => [speaker.id, speaker]));
  if (speakers.size === 0) return null;
  return (
    <section className="event-part" aria-labelledby="speakers">
      <h2 id="speakers">{translator(locale, "event")("speakers")}</h2>
      <ul className="people">
        {[...speakers.values()].map((speaker) => (
          <li key={speaker.id}>
            <strong>{speaker.name}</strong>
            <span>{[speaker.role?.[locale], speaker.affiliation].filter(Boolean).join(", ")}</span>
            {speaker.biography && <p>{speaker.biography[locale]}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Who arranges it, whom to ask, and when else. */
export function Organisers({ event, locale }: Omit<Props, "programme">) {
  const t = translator(locale, "event");
  return (
    <section className="event-part" aria-labelledby="organisers">
      <h2 id="organisers">{t("organisers")}</h2>
      <p>{[event.organiser, ...event.coOrganisers.map((body) => body.name)].join(" · ")}</p>
      <h3>{t("contact")}</h3>
      <p>
        {event.contact.name}
        <br />
        <a href={`mailto:${event.contact.email}`}>{event.contact.email}</a>
        {event.contact.phone && (
          <>
            <br />
            <a href={`tel:${event.contact.phone.replaceAll(/[^+\d]/g, "")}`}>{event.contact.phone}</a>
          </>
        )}
      </p>
      {event.pageOwner && <p className="quiet">{t("pageOwner", { name: event.pageOwner })}</p>}
      {event.otherEditions.length > 0 && (
        <>
          <h3>{t("otherEditions")}</h3>
          <ul className="plain-list">
            {event.otherEditions.map((edition) => (
              <li key={edition.slug}>
                <a href={localePath(locale, `/events/${edition.slug}`)}>{edition.title[locale]}</a>{" "}
                <span className="quiet">{formatDateRange(edition.startsOn, edition.endsOn, locale)}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
