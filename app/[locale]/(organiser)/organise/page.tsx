import type { Metadata } from "next";
import { maySignUp } from "@/lib/auth/queries/newcomer";
import { isOwner } from "@/lib/auth/queries/user";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { listEditableOrganisations } from "@/lib/events/queries/editable-organisations";
import { formatDate, formatDateRange, inLocale } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { listMyInvitations } from "@/lib/members/queries/invitations";
import { listMyEvents, type MyEvent } from "@/lib/reports/queries/my-events";
import { requireUser } from "../_access/require";
import { EmptyState } from "../_frame/empty-state";
import frameStyles from "../_frame/frame.module.css";
import { OrganiserFrame } from "../_frame/organiser-frame";
import { Places } from "../_frame/places";
import tableStyles from "../_frame/table.module.css";
import { Found } from "./found";
import { Invited } from "./invited";

type Props = {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: translator(localeOf((await params).locale), "organiser")("myEvents.title"),
    robots: { index: false },
  };
}

/** The events one works with: upcoming by date, then past ones. */
export default async function MyEventsPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const now = currentInstant();
  const user = await requireUser(locale, "/organise", now);
  const done = [(await searchParams)["done"]].flat()[0];
  const [{ upcoming, past }, owner, organisations, invitations] = await Promise.all([
    listMyEvents(user, now),
    isOwner(user),
    listEditableOrganisations(user),
    listMyInvitations(user, now),
  ]);
  const t = translator(locale, "organiser");
  const team = translator(locale, "team");
  return (
    <OrganiserFrame locale={locale} email={user.email} heading={t("myEvents.title")}>
      {(done === "accepted" || done === "declined") && <p role="status">{team(`mine.${done}`)}</p>}
      {done === "founded" && <p role="status">{team("found.done")}</p>}
      <Invited locale={locale} invitations={invitations} />
      {organisations.length > 0 && (
        <p>
          <a href={localePath(locale, "/organise/new")}>{translator(locale, "editor")("new.link")}</a>
        </p>
      )}
      {upcoming.length + past.length === 0 ? (
        <NoEvents
          {...{ locale, email: user.email, edits: organisations.length > 0, isInvited: invitations.length > 0 }}
        />
      ) : (
        <>
          <section className={frameStyles["section"]} aria-labelledby="upcoming">
            <h2 id="upcoming">{t("myEvents.upcoming")}</h2>
            {upcoming.length === 0 ? (
              <p>{t("myEvents.noUpcoming")}</p>
            ) : (
              <EventTable events={upcoming} locale={locale} labelledBy="upcoming" deadlines />
            )}
          </section>
          {past.length > 0 && (
            <section className={frameStyles["section"]} aria-labelledby="past">
              <h2 id="past">{t("myEvents.past")}</h2>
              <EventTable events={past} locale={locale} labelledBy="past" deadlines={false} />
            </section>
          )}
        </>
      )}
      {owner && (
        <p>
          <a href={localePath(locale, "/organise/team")}>{team("link")}</a>
          {" · "}
          <a href={localePath(locale, "/organise/status")}>{translator(locale, "installation")("title")}</a>
          {" · "}
          <a href={localePath(locale, "/organise/retention")}>{translator(locale, "retention")("title")}</a>
        </p>
      )}
    </OrganiserFrame>
  );
}

type NoEventsProps = {
  readonly locale: Locale;
  readonly email: string;
  /** Whether they may create an event. */
  readonly edits: boolean;
  readonly isInvited: boolean;
};

/** What to do when there is no event to work with: create one, begin with an organisation, or ask somebody. */
function NoEvents({ locale, email, edits, isInvited }: NoEventsProps) {
  const t = translator(locale, "organiser");
  if (!edits && maySignUp(email)) return <Found locale={locale} />;
  if (!edits && isInvited) return null;
  return (
    <EmptyState title={t("myEvents.none")}>
      <p>{edits ? t("myEvents.createNext") : t("myEvents.noneNext", { email })}</p>
    </EmptyState>
  );
}

type TableProps = {
  readonly events: readonly MyEvent[];
  readonly locale: Locale;
  readonly labelledBy: string;
  readonly deadlines: boolean;
};

function EventTable({ events, locale, labelledBy, deadlines }: TableProps) {
  const t = translator(locale, "organiser");
  return (
    <table
      className={`${tableStyles["table"]} ${tableStyles["list"]} ${tableStyles["events"]}`}
      aria-labelledby={labelledBy}
    >
      <thead>
        <tr>
          <th scope="col">{t("myEvents.event")}</th>
          <th scope="col">{t("myEvents.dates")}</th>
          {deadlines && <th scope="col">{t("myEvents.deadline")}</th>}
          <th scope="col" className={tableStyles["number"]}>
            {t("myEvents.places")}
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.slug}>
            <th scope="row">
              <a
                href={localePath(
                  locale,
                  `/organise/${event.slug}${event.opens === "overview" ? "" : "/registrations"}`,
                )}
              >
                {inLocale(event.title, locale)}
              </a>
              {event.status === "DRAFT" && ` (${t("myEvents.draft")})`}
              {event.status === "CANCELLED" && ` (${t("myEvents.cancelled")})`}
            </th>
            <td data-label={t("myEvents.dates")}>{formatDateRange(event.startsOn, event.endsOn, locale)}</td>
            {deadlines && (
              <td data-label={t("myEvents.deadline")}>
                {formatDate(event.lastRegistrationDay, locale)},{" "}
                {event.daysLeft < 0 ? t("myEvents.closed") : t("myEvents.daysLeft", { days: event.daysLeft })}
              </td>
            )}
            <td data-label={t("myEvents.places")} className={tableStyles["number"]}>
              {event.places ? <Places places={event.places} locale={locale} /> : "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
