import type { Temporal } from "temporal-polyfill";
import { conferenceDay, WEEKDAY } from "@/prisma/seed/demo/calendar";
import {
  CATEGORIES,
  EVERY_EDITION,
  QUESTIONS,
  TRAVEL,
} from "@/prisma/seed/demo/mojligheternas-motesplats/every-edition";
import { LUNCHES, SEMINARS } from "@/prisma/seed/demo/mojligheternas-motesplats/seminars";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";

/** The edition ahead, for those with an invitation; many have not answered yet. */
export function meetingPlaceUpcoming(today: Temporal.PlainDate): EventPlan {
  const first = conferenceDay(today, 8, WEEKDAY.wednesday, 2);
  return {
    ...EVERY_EDITION,
    slug: `mojligheternas-motesplats-${first.year}`,
    summary: text(
      "Två dagar i Virserum för dem som har fått en inbjudan. Fyra värdar håller egna seminarier; välj när du tackar ja.",
      "Two days in Virserum for those who have received an invitation. Four hosts hold seminars of their own; choose when you accept.",
    ),
    description: text(
      "Vad kan en liten kommun göra som en stor inte kan? Ganska mycket, visar det sig, när de som bestämmer ryms i samma rum. Därför bjuder vi in, i stället för att öppna för alla: rummet är inte större än så.\n\nDen första dagen ger Linnéuniversitetet sitt heldagsseminarium och Hultsfreds kommun sitt på eftermiddagen. Den andra dagen är det Sveriges Kommuner och Landstings och Arbetsförmedlingens tur. Seminarierna går delvis samtidigt; välj när du svarar på inbjudan.\n\nFörra årets sammanfattning finns som utgångspunkt, och dagarna utvärderas också i år.",
      "What can a small municipality do that a large one cannot? Quite a lot, it turns out, when those who decide fit into one room. That is why we invite guests rather than open to all: the room is no larger than that.\n\nOn the first day Linnaeus University gives its full-day seminar and Hultsfred Municipality holds one in the afternoon. On the second day it is the turn of the Swedish Association of Local Authorities and Regions and the Public Employment Service. Some seminars run at the same time; choose when you answer the invitation.\n\nLast year's summary is our starting point, and the days will be evaluated this year too.",
    ),
    published: today.subtract({ days: 25 }),
    opens: today.subtract({ days: 24 }),
    lastRegistrationDay: first.subtract({ days: 21 }),
    lastCancelDay: first.subtract({ days: 10 }),
    lastCateringDay: first.subtract({ days: 10 }),
    lastNamingDay: first.subtract({ days: 14 }),
    days: [
      { date: first, hours: ["09:00", "21:00"], capacity: 130 },
      { date: first.add({ days: 1 }), hours: ["09:00", "15:30"], capacity: 130 },
    ],
    capacity: 130,
    categories: CATEGORIES,
    sessions: [
      {
        key: "welcome",
        on: 0,
        from: "09:00",
        to: "09:45",
        kind: "TALK",
        room: "Stora hallen",
        title: text("Välkomna till Virserum", "Welcome to Virserum"),
      },
      ...SEMINARS,
      ...LUNCHES,
      {
        key: "dinner",
        on: 0,
        from: "18:30",
        to: "21:00",
        kind: "MINGLE",
        room: "Kaféet",
        places: 110,
        title: text("Middag i konsthallen", "Dinner in the art hall"),
        abstract: text(
          "Långbord, lokala råvaror och en visning av utställningen.",
          "Long tables, local produce and a tour of the exhibition.",
        ),
      },
      {
        key: "summing-up",
        on: 1,
        from: "13:15",
        to: "15:00",
        kind: "WORKSHOP",
        room: "Stora hallen",
        title: text("Vi summerar tillsammans", "We sum up together"),
        abstract: text(
          "Seminarierna redovisar en sak var som går att göra snart, och vem som gör den.",
          "Each seminar reports one thing that can be done soon, and who will do it.",
        ),
        speakers: [
          ["henrik-lagerqvist", "PANELLIST"],
          ["agnes-thorell", "PANELLIST"],
          ["samira-haddad", "PANELLIST"],
        ],
      },
    ],
    questions: [...QUESTIONS, ...TRAVEL],
    attendance: {
      confirmed: {},
      cancelled: 0,
      crowds: {},
      dayChoices: [
        { days: [0, 1], share: 0.82 },
        { days: [0], share: 0.1 },
        { days: [1], share: 0.08 },
      ],
      signUps: { prejudice: 0.42, village: 0.3, reception: 0.45, matching: 0.35, dinner: 0.7 },
    },
    invitations: [
      {
        group: "Nyckelpersoner",
        category: "guest",
        crowd: "key-people",
        accepted: 34,
        declined: 9,
        opened: 14,
        unopened: 41,
      },
      {
        group: "Gäster från Österrike",
        category: "foreign-guest",
        crowd: "austrian-guests",
        accepted: 4,
        declined: 0,
        opened: 1,
        unopened: 3,
      },
    ],
  };
}
