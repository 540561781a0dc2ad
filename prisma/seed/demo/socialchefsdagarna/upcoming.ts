import type { Temporal } from "temporal-polyfill";
import { conferenceDay, WEEKDAY } from "@/prisma/seed/demo/calendar";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";
import {
  CATALOGUE_PAGE,
  categories,
  EVERY_EDITION,
  QUESTIONS,
} from "@/prisma/seed/demo/socialchefsdagarna/every-edition";
import { UPCOMING_SESSIONS } from "@/prisma/seed/demo/socialchefsdagarna/upcoming-sessions";

/** The edition ahead: no delegate's place is left, while speakers, exhibitors and students still have theirs. */
export function socialServicesUpcoming(today: Temporal.PlainDate): EventPlan {
  const first = conferenceDay(today, 9, WEEKDAY.wednesday, 3);
  return {
    ...EVERY_EDITION,
    slug: `socialchefsdagarna-${first.year}`,
    title: text(`Socialchefsdagarna ${first.year}`, `The Heads of Social Services Conference ${first.year}`),
    summary: text(
      "Tre dagar i Örebro för dem som leder socialtjänsten. Kom alla dagar eller dem som passar dig, och gärna kvällen före.",
      "Three days in Örebro for those who lead social services. Come to all of them or to those that suit you, and to the evening before if you can.",
    ),
    description: text(
      "Att vara socialchef är att ha svar på frågor som ännu inte är ställda. En gång om året är det tvärtom: då får du ställa dem.\n\nI år handlar första dagen om dem som stannar kvar i yrket, den andra om pengar och juridik, och den tredje om hur socialtjänsten ser ut om tio år. Utställarna finns i hallen alla tre dagarna.\n\n### Före och efter\nI anmälan frågar vi vad du förväntar dig. Efteråt frågar vi hur det blev, vad du tar med dig hem och vad vi missade.",
      "To be a head of social services is to have answers to questions that have not been asked yet. Once a year it is the other way round: you get to ask them.\n\nThis year the first day is about those who stay in the profession, the second about money and law, and the third about what social services will look like in ten years. The exhibitors are in the hall on all three days.\n\n### Before and after\nWhen you register we ask what you expect. Afterwards we ask how it turned out, what you take home and what we missed.",
    ),
    published: today.subtract({ days: 64 }),
    opens: today.subtract({ days: 60 }),
    lastRegistrationDay: first.subtract({ days: 16 }),
    lastCancelDay: first.subtract({ days: 14 }),
    lastCateringDay: first.subtract({ days: 10 }),
    lastNamingDay: first.subtract({ days: 16 }),
    waitingList: true,
    days: [
      { date: first, hours: ["10:00", "17:30"], title: text("De som stannar", "Those who stay"), capacity: 330 },
      {
        date: first.add({ days: 1 }),
        hours: ["08:30", "22:30"],
        title: text("Pengar och juridik", "Money and law"),
        capacity: 330,
      },
      {
        date: first.add({ days: 2 }),
        hours: ["09:00", "13:00"],
        title: text("Om tio år", "In ten years"),
        capacity: 330,
      },
    ],
    capacity: 330,
    categories: categories(240),
    sessions: UPCOMING_SESSIONS,
    questions: [...QUESTIONS, CATALOGUE_PAGE],
    attendance: {
      // With the group of three from Göteborg the delegates are 240 of 240.
      confirmed: { delegate: 237, exhibitor: 19, speaker: 5, student: 4 },
      cancelled: 13,
      substituted: 2,
      waiting: { delegate: 7 },
      crowds: {
        delegate: "social-services",
        exhibitor: "exhibitors",
        speaker: "social-services",
        student: "students",
      },
      group: { municipality: "Göteborg", size: 3, category: "delegate" },
      dayChoices: [
        { days: [0, 1, 2], share: 0.6 },
        { days: [1, 2], share: 0.22 },
        { days: [0, 1], share: 0.12 },
        { days: [0], share: 0.06 },
      ],
      signUps: { "evening-before": 0.38, "seminar-law": 0.35, "seminar-trust": 0.25, "seminar-integration": 0.2 },
    },
  };
}
