import type { Temporal } from "temporal-polyfill";
import { conferenceDay, WEEKDAY, workday } from "@/prisma/seed/demo/calendar";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";
import { EVERY_EDITION, TARGET_GROUP } from "@/prisma/seed/demo/tillgang-eller-belastning/every-edition";

/** The edition ahead, with only a few days left to register. */
export function assetOrBurdenUpcoming(today: Temporal.PlainDate): EventPlan {
  const day = conferenceDay(today, 3, WEEKDAY.friday);
  return {
    ...EVERY_EDITION,
    slug: `tillgang-eller-belastning-${day.year}`,
    summary: text(
      "En ny rapport om kommunernas ekonomi och folkmängd, och en dag för att läsa den tillsammans med dem som fattar besluten.",
      "A new report on municipal finances and population, and a day to read it together with those who make the decisions.",
    ),
    description: text(
      "I flera skånska kommuner är det utrikes födda som gör att befolkningen inte minskar. Samtidigt ser kostnaderna olika ut från år till år och från nämnd till nämnd. Vad blir summan, och vad ska den användas till?\n\nFörmiddagen ägnas åt rapporten. Efter lunch läser vi den med två kommuners ögon och avslutar med ett samtal där alla deltar.\n\nRapporten kan laddas ner efter dagen.",
      "In several of Skåne's municipalities it is people born abroad who keep the population from shrinking. At the same time the costs differ from year to year and from committee to committee. What does it add up to, and what should the sum be used for?\n\nThe morning belongs to the report. After lunch we read it through the eyes of two municipalities and end with a discussion in which everybody takes part.\n\nThe report can be downloaded after the day.",
    ),
    pageOwner: "Maria Ekelund",
    published: today.subtract({ days: 42 }),
    opens: today.subtract({ days: 40 }),
    lastRegistrationDay: workday(today, 2),
    lastCancelDay: day.subtract({ days: 7 }),
    lastCateringDay: day.subtract({ days: 7 }),
    days: [{ date: day, hours: ["09:00", "15:30"], capacity: 140 }],
    capacity: 140,
    categories: [
      { key: "politician", name: text("Förtroendevald", "Elected representative"), capacity: 100 },
      { key: "official", name: text("Tjänsteperson", "Official"), capacity: 60 },
    ],
    sessions: [
      {
        key: "opening",
        on: 0,
        from: "09:30",
        to: "09:45",
        kind: "TALK",
        room: "Hörsalen",
        title: text("Inledning", "Opening"),
        speakers: ["karin-ekberg"],
      },
      {
        key: "report",
        on: 0,
        from: "09:45",
        to: "11:15",
        kind: "TALK",
        room: "Hörsalen",
        title: text("Rapporten: folkmängd, pengar, tid", "The report: people, money, time"),
        abstract: text(
          "Tre kapitel, tre sätt att räkna. Författarna visar när de ger samma svar och när de inte gör det.",
          "Three chapters, three ways of counting. The authors show when they give the same answer and when they do not.",
        ),
        speakers: ["mikael-fjord", "hanna-sandell"],
      },
      {
        key: "lunch",
        on: 0,
        from: "11:45",
        to: "12:45",
        kind: "MEAL",
        room: "Matsalen",
        title: text("Lunch", "Lunch"),
      },
      {
        key: "two-municipalities",
        on: 0,
        from: "12:45",
        to: "13:45",
        kind: "PANEL",
        room: "Hörsalen",
        title: text("Samma siffror, två kommuner", "The same figures, two municipalities"),
        speakers: [
          ["ingela-rosvall", "PANELLIST"],
          ["karin-ekberg", "MODERATOR"],
        ],
      },
      {
        key: "discussion",
        on: 0,
        from: "14:00",
        to: "15:30",
        kind: "WORKSHOP",
        room: "Hörsalen",
        title: text("Samtal där alla deltar", "A discussion in which everybody takes part"),
        abstract: text(
          "Vi sitter blandat: politiker och tjänstepersoner, stora kommuner och små. Varje bord lämnar en mening efter sig.",
          "We sit mixed: representatives and officials, large municipalities and small. Every table leaves one sentence behind.",
        ),
        speakers: [["omar-lindahl", "MODERATOR"]],
      },
    ],
    questions: [
      TARGET_GROUP,
      {
        key: "question_to_authors",
        kind: "LONG_TEXT",
        label: text("Vad vill du fråga rapportens författare?", "What do you want to ask the authors of the report?"),
        samples: [
          "Hur räknar ni på dem som flyttar vidare efter två år?",
          "Finns siffrorna per kommun att ladda ner?",
          "Vad händer med kalkylen om bostadsbyggandet stannar?",
        ],
      },
    ],
    attendance: {
      confirmed: { politician: 47, official: 29 },
      cancelled: 4,
      crowds: { politician: "skane-politicians", official: "skane-officials" },
    },
  };
}
