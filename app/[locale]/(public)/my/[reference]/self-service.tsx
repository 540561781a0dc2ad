import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { formatDate, formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { MyRegistration } from "@/lib/registrations/queries/my-registration";

/** What the attendee can still do without asking anybody, and until when; or whom to ask instead. */
export function SelfService({ mine, locale, home }: { mine: MyRegistration; locale: Locale; home: string }) {
  const { form, state } = mine;
  const waits = state === "WAITLISTED" || state === "PENDING_APPROVAL";
  if (form.window.state === "cancelled" || !(waits || state === "CONFIRMED")) return null;
  const t = translator(locale, "my");
  const s = translator(locale, "selfService");
  const lastDay = (end: Temporal.Instant) =>
    formatDate(end.subtract({ milliseconds: 1 }).toZonedDateTimeISO(form.timeZone).toPlainDate(), locale, "with-year");
  const contact = form.contactEmail;
  if (waits)
    return (
      <div className="self-service">
        {mine.canCancel && <Way href={`${home}/cancel`} label={s("leave")} until={null} />}
      </div>
    );
  return (
    <div className="self-service">
      {mine.requestedAt && (
        <p className="notice" role="status">
          {s("requested", { moment: formatMoment(mine.requestedAt, form.timeZone, locale) })}
        </p>
      )}
      {mine.canEdit ? (
        <Way href={`${home}/edit`} label={t("change")} until={t("changeUntil", { date: lastDay(mine.editClosesAt) })} />
      ) : (
        <p>{t("changeClosed", { date: lastDay(mine.editClosesAt), contact })}</p>
      )}
      {mine.canEdit && mine.cateringClosesAt && (
        <p className="quiet">
          {s(mine.isCateringOpen ? "cateringUntil" : "cateringClosed", { date: lastDay(mine.cateringClosesAt) })}
        </p>
      )}
      {mine.canCancel ? (
        <Way
          href={`${home}/cancel`}
          label={t("cancel")}
          until={t("cancelUntil", { date: lastDay(mine.cancelClosesAt) })}
        />
      ) : (
        <p>{t("cancelClosed", { date: lastDay(mine.cancelClosesAt), contact })}</p>
      )}
      {mine.canCancel && mine.freeCancelClosesAt && (
        <p className="quiet">
          {s(mine.isCancelFree ? "freeUntil" : "freeClosed", { date: lastDay(mine.freeCancelClosesAt) })}
        </p>
      )}
      {mine.canSubstitute && (
        <Way
          href={`${home}/substitute`}
          label={s("handOver")}
          until={s("handOverUntil", { date: lastDay(mine.substituteClosesAt) })}
        />
      )}
      {mine.topicsCloseAt && <p className="quiet">{s("topicsUntil", { date: lastDay(mine.topicsCloseAt) })}</p>}
    </div>
  );
}

function Way({ href, label, until }: { href: string; label: string; until: string | null }) {
  return (
    <p>
      <a className="button button-quiet" href={href}>
        {label}
      </a>
      {until && ` ${until}`}
    </p>
  );
}
