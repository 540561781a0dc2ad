import type { Temporal } from "temporal-polyfill";
import type { Localised } from "@/lib/core/localised";
import { type EventPlan, type QuestionPlan, type SessionPlan, text } from "@/prisma/seed/demo/plan";

/** What every forum has in common: Lund, coffee, a theme or an open agenda, and the same partners. */
export const EVERY_FORUM = {
  series: "strategiska-forum",
  organisation: "kommunforbundet-skane",
  venue: "gasverket",
  targetGroup: text(
    "Chefer, strateger och samordnare som arbetar med nyanländas etablering och integration i Skåne.",
    "Managers, strategists and coordinators who work with the settlement and integration of newcomers in Skåne.",
  ),
  practicalities: text(
    "### Mat\nFika på förmiddagen, lunch och kaffe på eftermiddagen ingår.\n\n### Resa\nTåget till Lund går var tionde minut från Malmö. Det är få bilplatser vid huset.\n\n### Kostnad\nForumet är avgiftsfritt. Den som uteblir utan att avboka debiteras 400 kronor för lunchen.",
    "### Food\nMorning coffee, lunch and afternoon coffee are included.\n\n### Getting there\nTrains from Malmö to Lund run every ten minutes. There are few parking spaces by the house.\n\n### Cost\nThe forum is free of charge. Those who stay away without cancelling are charged SEK 400 for the lunch.",
  ),
  accent: "#1d4f8a",
  contact: { name: "Karin Ekberg", email: "strategiska-forum@example.org", phone: "010-555 02 40" },
} as const satisfies Partial<EventPlan>;

export const ROLE: QuestionPlan = {
  key: "role",
  kind: "CHOICE",
  label: text("Jag är", "I am"),
  required: true,
  options: [
    { value: "official", label: text("tjänsteperson", "an official"), share: 0.85 },
    { value: "politician", label: text("politiker", "an elected representative"), share: 0.15 },
  ],
};

export const TOPIC: QuestionPlan = {
  key: "topic",
  kind: "LONG_TEXT",
  label: text("Vilken fråga vill du att forumet tar upp?", "Which question do you want the forum to take up?"),
  help: text(
    "Skriv en mening eller två. Processledaren samlar ihop det som hör ihop.",
    "A sentence or two. The facilitator brings together what belongs together.",
  ),
  samples: [
    "Vem äger frågan när tre förvaltningar delar på den?",
    "Hur håller vi ihop med Arbetsförmedlingen när kontoren läggs ner?",
    "Bostäder. Utan bostad ingen etablering.",
    "Hur gör vi projektresultat till vanligt arbete?",
    "Att leda utan att vara chef för dem man leder.",
    "Tillit mellan förvaltningar, i praktiken.",
  ],
};

type Forum = {
  readonly slug: string;
  readonly date: Temporal.PlainDate;
  readonly lastRegistrationDay: Temporal.PlainDate;
  readonly title: Localised;
  readonly summary: Localised;
  readonly description: Localised;
  readonly sessions: readonly SessionPlan[];
  readonly attending: number;
};

/** One of the year's smaller forums, opened six weeks ahead. */
export function pastForum({ date, attending, ...forum }: Forum): EventPlan {
  return {
    ...EVERY_FORUM,
    ...forum,
    published: date.subtract({ days: 48 }),
    opens: date.subtract({ days: 45 }),
    days: [{ date, hours: ["09:00", "16:00"], capacity: 80 }],
    capacity: 80,
    categories: [{ key: "delegate", name: text("Deltagare", "Participant"), capacity: 80 }],
    questions: [ROLE, TOPIC],
    attendance: {
      confirmed: { delegate: attending },
      cancelled: Math.round(attending / 12),
      crowds: { delegate: "skane-officials" },
    },
  };
}

const item = (
  key: string,
  from: string,
  to: string,
  kind: SessionPlan["kind"],
  sv: string,
  en: string,
): SessionPlan => ({
  key,
  on: 0,
  from,
  to,
  kind,
  room: kind === "MEAL" ? "Matsalen" : "Hörsalen",
  title: text(sv, en),
});

/** A day on a theme that was set beforehand. */
export function themedDay(theme: SessionPlan["title"]): SessionPlan[] {
  return [
    item("coffee", "09:00", "09:30", "BREAK", "Kaffe och smörgås", "Coffee and sandwich"),
    { ...item("theme", "09:30", "11:30", "TALK", "", ""), title: theme },
    item("lunch", "12:00", "13:00", "MEAL", "Lunch", "Lunch"),
    item("tables", "13:00", "15:00", "WORKSHOP", "Samtal vid borden", "Conversations at the tables"),
    item("conclusions", "15:15", "16:00", "PANEL", "Vad tar vi med oss?", "What do we take with us?"),
  ];
}

/** A day on which the participants bring the topics. */
export function openDay(): SessionPlan[] {
  return [
    item("coffee", "09:00", "09:30", "BREAK", "Kaffe och smörgås", "Coffee and sandwich"),
    item("agenda", "09:30", "10:15", "WORKSHOP", "Vi gör dagordningen tillsammans", "We make the agenda together"),
    item("first", "10:30", "12:00", "WORKSHOP", "Första omgången samtal", "First round of conversations"),
    item("lunch", "12:00", "13:00", "MEAL", "Lunch", "Lunch"),
    item("second", "13:00", "14:30", "WORKSHOP", "Andra omgången samtal", "Second round of conversations"),
    item("conclusions", "15:00", "16:00", "PANEL", "Slutsatser", "Conclusions"),
  ];
}
