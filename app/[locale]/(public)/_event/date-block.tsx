import type { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { formatDateRange, formatMonth } from "@/lib/i18n/format";

type Props = { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate; readonly locale: Locale };

/** The date as the largest thing on the page: "16" over "november 2026". Read out as one date. */
export function DateBlock({ from, to, locale }: Props) {
  const days = from.equals(to) ? `${from.day}` : `${from.day}–${to.day}`;
  const months =
    from.month === to.month ? formatMonth(from, locale) : `${formatMonth(from, locale)}–${formatMonth(to, locale)}`;
  return (
    <time className="date-block" dateTime={from.toString()}>
      <span className="date-read">{formatDateRange(from, to, locale)}</span>
      <span className="date-days" aria-hidden="true">
        {days}
      </span>
      <span className="date-month" aria-hidden="true">
        {months} {to.year}
      </span>
    </time>
  );
}
