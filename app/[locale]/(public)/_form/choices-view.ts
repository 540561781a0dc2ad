import { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { withVat } from "@/lib/core/money";
import { formatDate, formatLongDate, formatMoney, formatNumber, formatTime, formatWeekday } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { FormCategory, FormSession, RegistrationForm } from "@/lib/registrations/registration-form";
import { priceOn } from "@/lib/ticketing/quote";
import type { Choice, FieldView } from "./form-view";

type Places = RegistrationForm["places"];

/** The questions about what one comes to: days, sessions by day, what is beside the programme, category. */
export function choiceFields(form: RegistrationForm, locale: Locale, kept: Kept): FieldView[] {
  const full = whenFull(form, kept);
  const t = translator(locale, "register");
  const fields: FieldView[] = [];
  if (form.days.length > 1) {
    fields.push({
      kind: "many",
      id: "days",
      name: "days",
      label: t("daysLegend"),
      help: t("daysHelp", { count: form.days.length }),
      required: true,
      choices: form.days.map((day) => ({
        value: day.date,
        label: formatLongDate(Temporal.PlainDate.from(day.date), locale),
        detail: joined([day.title?.[locale], hours(day, form.timeZone, locale)]),
        ...placesChoice(day.places, locale, kept.days.includes(day.date) ? "mine" : full),
      })),
    });
  }
  // What adds no day comes last, apart from the days.
  for (const date of [...form.days.map((day) => day.date), null]) {
    const sessions = form.sessions.filter((session) => session.date === date);
    if (sessions.length === 0) continue;
    fields.push({
      kind: "many",
      id: date ? `sessions-${date}` : "sessions-beside",
      name: "sessions",
      label: date ? sessionsLabel(date, form, locale) : t("besideLegend"),
      help: date ? t("sessionsHelp") : t("besideHelp"),
      required: false,
      choices: sessions.map((session) =>
        sessionChoice(session, form, locale, kept.sessions.includes(session.id) ? "mine" : full),
      ),
    });
  }
  return fields;
}

/** What the person has already, which stays choosable for them when it is full. */
export type Kept = { readonly days: readonly string[]; readonly sessions: readonly string[] };

/** What something full is to this visitor: theirs already, a reason to wait in line, or not to be chosen. */
type WhenFull = "mine" | "wait" | "no";

/** Somebody new chooses what is full and waits; who has a place already keeps it and waits for a session by itself. */
function whenFull(form: RegistrationForm, kept: Kept): WhenFull {
  const isNew = kept.days.length + kept.sessions.length === 0;
  return isNew && form.waitingList ? "wait" : "no";
}

function sessionsLabel(date: string, form: RegistrationForm, locale: Locale): string {
  const t = translator(locale, "register");
  const day = Temporal.PlainDate.from(date);
  if (form.days.length < 2) return t("sessionsLegend");
  return t("sessionsOn", { date: `${formatWeekday(day, locale)} ${formatDate(day, locale)}` });
}

function sessionPrice(id: string, { pricing }: RegistrationForm, locale: Locale): string | null {
  const price = pricing?.list.sessions.find((session) => session.id === id);
  if (!price) return null;
  // Whoever comes in no category at all yet is told the price in kronor; categories of one event share their currency.
  const currency = pricing?.list.categories[0]?.currency ?? "SEK";
  return translator(locale, "price")("sessionNet", { price: formatMoney({ minor: price.ore, currency }, locale) });
}

function sessionChoice(session: FormSession, form: RegistrationForm, locale: Locale, full: WhenFull): Choice {
  const { timeZone } = form;
  const start = Temporal.Instant.from(session.startsAt);
  const day = start.toZonedDateTimeISO(timeZone).toPlainDate();
  return {
    value: session.id,
    label: session.title[locale],
    detail: joined([
      sessionPrice(session.id, form, locale),
      session.date === null && formatLongDate(day, locale),
      hoursOf(session, timeZone, locale),
      session.room,
    ]),
    ...placesChoice(session.places, locale, full),
  };
}

/** The category as a question, or null when there is only one and it is a statement. */
export function categoryField(form: RegistrationForm, locale: Locale): FieldView | null {
  if (form.categories.length < 2) return null;
  return {
    kind: "one",
    id: "category",
    name: "category",
    label: translator(locale, "register")("categoryLegend"),
    required: true,
    choices: form.categories.map((category) => ({
      value: category.key,
      label: category.name[locale],
      detail: joined([category.description?.[locale], priceInWords(category, form, locale)], " "),
      ...placesChoice(category.places, locale, form.waitingList ? "wait" : "no"),
    })),
  };
}

/** "Kostnadsfritt." or the price with and without VAT. */
export function priceInWords(category: FormCategory, { pricing }: RegistrationForm, locale: Locale): string {
  const t = translator(locale, "register");
  const prices = pricing?.list.categories.find(({ key }) => key === category.key);
  const { ore, isEarly } =
    prices && pricing ? priceOn(prices, prices, pricing.on) : { ore: category.priceOre, isEarly: false };
  const earlyUntil = prices?.earlyUntil;
  if (ore === 0) return t("free");
  const net = { minor: ore, currency: category.currency };
  const price = t("price", {
    price: formatMoney(net, locale),
    withVat: formatMoney(withVat(net, category.vatPerMille), locale),
    vat: formatNumber(category.vatPerMille / 10, locale),
  });
  if (!isEarly || !earlyUntil) return price;
  const date = formatDate(Temporal.PlainDate.from(earlyUntil), locale);
  const later = formatMoney({ minor: category.priceOre, currency: category.currency }, locale);
  return `${price} ${translator(locale, "price")("earlyUntil", { date, later })}`;
}

function placesChoice(places: Places, locale: Locale, full: WhenFull): Pick<Choice, "note" | "disabled"> {
  const t = translator(locale, "register");
  switch (places.kind) {
    case "full":
      if (full === "mine") return {};
      return full === "wait" ? { note: t("fullWait") } : { note: t("full"), disabled: true };
    case "few":
      return { note: t("few") };
    case "left":
      return { note: t("left", { count: places.left }) };
    case "available":
    case "unlimited":
      return {};
  }
}

function hours(day: { opensAt: string; closesAt: string }, timeZone: string, locale: Locale): string {
  return hoursOf({ startsAt: day.opensAt, endsAt: day.closesAt }, timeZone, locale);
}

function hoursOf(session: { startsAt: string; endsAt: string }, timeZone: string, locale: Locale): string {
  const time = (instant: string) => formatTime(Temporal.Instant.from(instant), timeZone, locale);
  return `${time(session.startsAt)}–${time(session.endsAt)}`;
}

function joined(parts: readonly (string | false | null | undefined)[], by = ", "): string {
  return parts.filter(Boolean).join(by);
}
