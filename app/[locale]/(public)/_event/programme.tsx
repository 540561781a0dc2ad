import type { Locale } from "@/lib/core/localised";
import { formatList, formatLongDate, formatTime } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { Programme, ProgrammeSession } from "@/lib/programme/queries/programme";

type Setting = { readonly timeZone: string; readonly locale: Locale };

/** The programme by day, each row hanging on its start time. */
export function ProgrammeSection({ programme, ...setting }: Setting & { readonly programme: Programme }) {
  const t = translator(setting.locale, "event");
  const days = programme.days.filter((day) => day.sessions.length > 0);
  if (days.length === 0 && programme.beside.length === 0) return null;
  return (
    <section className="event-part event-programme" aria-labelledby="programme">
      <h2 id="programme">{t("programme")}</h2>
      {days.map((day) => (
        <div key={day.date.toString()} className="programme-day">
          <h3>
            {formatLongDate(day.date, setting.locale)}
            {day.title && <span className="quiet"> – {day.title[setting.locale]}</span>}
          </h3>
          <Rows sessions={day.sessions} {...setting} />
        </div>
      ))}
      {programme.beside.length > 0 && (
        <div className="programme-day">
          <h3>{t("evening")}</h3>
          <Rows sessions={programme.beside} {...setting} />
        </div>
      )}
    </section>
  );
}

/** Sessions that start together stand side by side where there is room. */
function Rows({ sessions, ...setting }: Setting & { readonly sessions: readonly ProgrammeSession[] }) {
  const starts = new Map<string, ProgrammeSession[]>();
  for (const session of sessions) {
    const start = session.startsAt.toString();
    starts.set(start, [...(starts.get(start) ?? []), session]);
  }
  return (
    <ol className="programme-rows">
      {[...starts].map(([start, together]) => (
        <li key={start}>
          <time className="programme-time" dateTime={start}>
            {together[0] && formatTime(together[0].startsAt, setting.timeZone, setting.locale)}
          </time>
          <div className="programme-together">
            {together.map((session) => (
              <Session key={session.id} session={session} {...setting} />
            ))}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Session({ session, timeZone, locale }: Setting & { readonly session: ProgrammeSession }) {
  const t = translator(locale, "event");
  const places = session.places;
  const facts = [
    `${formatTime(session.startsAt, timeZone, locale)}–${formatTime(session.endsAt, timeZone, locale)}`,
    session.track?.name[locale],
    session.room,
    session.host && t("hostedBy", { host: session.host }),
    session.signUp && t("signUp"),
    session.signUp && places.kind === "left" && t("left", { left: places.left }),
    session.signUp && places.kind === "full" && t("full"),
  ];
  const isPause = session.kind === "BREAK" || session.kind === "MEAL";
  return (
    <article className={isPause ? "session session-pause" : "session"}>
      <h4>
        {session.isCancelled ? <s>{session.title[locale]}</s> : session.title[locale]}
        {session.isCancelled && ` ${t("sessionCancelled")}`}
      </h4>
      {session.speakers.length > 0 && (
        <p className="session-speakers">
          {formatList(
            session.speakers.map((speaker) => speaker.name),
            locale,
          )}
        </p>
      )}
      {session.abstract && <p>{session.abstract[locale]}</p>}
      <p className="session-facts">{facts.filter(Boolean).join(" · ")}</p>
    </article>
  );
}
