import { Temporal } from "temporal-polyfill";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";
import { EVERY_EDITION, TARGET_GROUP } from "@/prisma/seed/demo/tillgang-eller-belastning/every-edition";

const date = (iso: string) => Temporal.PlainDate.from(iso);

/** Friday 1 June 2018; the speakers in the order of the programme. */
export function assetOrBurden2018(): EventPlan {
  return {
    ...EVERY_EDITION,
    slug: "tillgang-eller-belastning-2018",
    summary: text(
      "Fredagen den 1 juni 2018 lägger Kommunförbundet Skåne fram en rapport om invandringen och kommunerna. Efteråt samtalar vi om den.",
      "On Friday 1 June 2018 Kommunförbundet Skåne presents a report on immigration and the municipalities. Then we discuss it.",
    ),
    description: text(
      "Är invandringen en tillgång eller en belastning för en kommun? Frågan ställs ofta och besvaras snabbt. Rapporten som presenteras under dagen tar sig tid: den har tre delar, och författarna går igenom dem en i taget.\n\nSedan berättar tre personer som arbetar med frågan varje dag hur det ser ut hos dem. Dagen avslutas med ett samtal där alla deltar. Rapporten kan laddas ner efteråt.",
      "Is immigration an asset or a burden for a municipality? The question is often asked and quickly answered. The report presented on the day takes its time: it has three parts, and the authors go through them one by one.\n\nThen three people who work with the question every day tell how things are where they are. The day ends with a discussion in which everybody takes part. The report can be downloaded afterwards.",
    ),
    pageOwner: "Jenny Strand",
    published: date("2018-04-09"),
    opens: date("2018-04-10"),
    lastRegistrationDay: date("2018-05-25"),
    days: [{ date: date("2018-06-01"), hours: ["09:00", "15:30"], capacity: 140 }],
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
        speakers: ["joachim-fors"],
      },
      {
        key: "report",
        on: 0,
        from: "09:45",
        to: "11:00",
        kind: "TALK",
        room: "Hörsalen",
        title: text("Rapporten i tre delar", "The report in three parts"),
        abstract: text(
          "Författarna presenterar rapportens tre delar, var och en med tid för frågor.",
          "The authors present the three parts of the report, each with time for questions.",
        ),
        speakers: ["jenny-strand", "alexander-brydon"],
      },
      {
        key: "trelleborg",
        on: 0,
        from: "11:00",
        to: "11:45",
        kind: "TALK",
        room: "Hörsalen",
        title: text("Trelleborgsmodellen", "The Trelleborg model"),
        abstract: text(
          "Chefen för arbetsmarknadsförvaltningen i Trelleborg om hur kommunen arbetar.",
          "The head of the labour-market administration in Trelleborg on how the municipality works.",
        ),
        speakers: ["zara-goransson-tosic"],
      },
      {
        key: "lunch",
        on: 0,
        from: "12:00",
        to: "13:00",
        kind: "MEAL",
        room: "Matsalen",
        title: text("Lunch", "Lunch"),
      },
      {
        key: "bred-kompetens",
        on: 0,
        from: "13:00",
        to: "13:40",
        kind: "TALK",
        room: "Hörsalen",
        title: text("Bred kompetens i Skåne", "Bred kompetens i Skåne"),
        speakers: ["patrik-akesson"],
      },
      {
        key: "skurup",
        on: 0,
        from: "13:50",
        to: "15:30",
        kind: "PANEL",
        room: "Hörsalen",
        title: text("Skurup, och ett samtal där alla deltar", "Skurup, and a discussion in which everybody takes part"),
        abstract: text(
          "Integrationsstrategen i Skurup inleder; sedan fortsätter samtalet vid borden och i salen.",
          "The integration strategist in Skurup opens; then the discussion goes on at the tables and in the hall.",
        ),
        speakers: ["malin-olofsson"],
      },
    ],
    questions: [TARGET_GROUP],
    attendance: {
      confirmed: { politician: 61, official: 33 },
      cancelled: 7,
      crowds: { politician: "skane-politicians", official: "skane-officials" },
      group: { municipality: "Trelleborg", size: 3, category: "official" },
    },
  };
}
