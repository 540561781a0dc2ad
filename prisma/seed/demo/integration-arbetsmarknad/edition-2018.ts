import { Temporal } from "temporal-polyfill";
import { categories, EVERY_EDITION, QUESTIONS } from "@/prisma/seed/demo/integration-arbetsmarknad/every-edition";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";

const date = (iso: string) => Temporal.PlainDate.from(iso);

/** Stockholm, 28–29 November 2018. */
export function integrationArbetsmarknad2018(): EventPlan {
  return {
    ...EVERY_EDITION,
    slug: "integration-arbetsmarknad-2018",
    summary: text(
      "Offentlig och privat sektor möts i Stockholm den 28–29 november 2018. Frågan är gemensam: hur får fler utrikes födda ett arbete?",
      "The public and private sectors meet in Stockholm on 28–29 November 2018. The question is shared: how do more people born abroad get a job?",
    ),
    description: text(
      "Tre år efter hösten 2015 är frågan inte längre hur vi tar emot, utan hur vi går vidare. Under två dagar berättar kommuner, myndigheter och arbetsgivare vad som har fungerat, vad som inte har gjort det och vad de skulle göra annorlunda.\n\nInför konferensen publicerar vi korta intervjuer, *fyra snabba frågor*, med några av talarna.",
      "Three years after the autumn of 2015 the question is no longer how we receive people but how we move on. For two days municipalities, agencies and employers tell what has worked, what has not and what they would do differently.\n\nAhead of the conference we publish short interviews, *four quick questions*, with some of the speakers.",
    ),
    published: date("2018-08-20"),
    opens: date("2018-08-27"),
    lastRegistrationDay: date("2018-11-19"),
    lastCancelDay: date("2018-11-12"),
    days: [
      { date: date("2018-11-28"), hours: ["09:00", "17:00"], capacity: 260 },
      { date: date("2018-11-29"), hours: ["08:30", "15:30"], capacity: 260 },
    ],
    capacity: 280,
    categories: categories({ delegate: 200, employer: 60, student: 20 }),
    sessions: [
      {
        key: "opening",
        on: 0,
        from: "09:00",
        to: "09:30",
        kind: "TALK",
        room: "Stora salen",
        title: text("Välkomna", "Welcome"),
        speakers: [["leila-nordgren", "MODERATOR"]],
      },
      {
        key: "leadership",
        on: 0,
        from: "09:30",
        to: "10:15",
        kind: "TALK",
        room: "Stora salen",
        title: text("Att leda när allt händer samtidigt", "Leading when everything happens at once"),
        abstract: text(
          "Hösten 2015 tog Eskilstuna emot upp till 25 ensamkommande barn i veckan. Socialchefen berättar om ledarskap och integration i ett läge utan facit.",
          "In the autumn of 2015 Eskilstuna received up to 25 unaccompanied children a week. The head of social services speaks about leadership and integration when there is no answer book.",
        ),
        speakers: ["mehmed-hasanbegovic"],
      },
      {
        key: "lunch-1",
        on: 0,
        from: "12:00",
        to: "13:00",
        kind: "MEAL",
        room: "Matsalen",
        title: text("Lunch", "Lunch"),
      },
      {
        key: "employers",
        on: 0,
        from: "13:00",
        to: "14:30",
        kind: "PANEL",
        room: "Stora salen",
        title: text("Vad arbetsgivarna behöver", "What employers need"),
        speakers: ["anders-wahlqvist", "sofia-abdi", ["leila-nordgren", "MODERATOR"]],
      },
      {
        key: "research",
        on: 1,
        from: "08:30",
        to: "09:30",
        kind: "TALK",
        room: "Stora salen",
        title: text("Vad vet vi om vägen till arbete?", "What do we know about the road to work?"),
        speakers: ["tomas-bergendal"],
      },
      {
        key: "lunch-2",
        on: 1,
        from: "12:00",
        to: "13:00",
        kind: "MEAL",
        room: "Matsalen",
        title: text("Lunch", "Lunch"),
      },
      {
        key: "closing",
        on: 1,
        from: "14:30",
        to: "15:30",
        kind: "PANEL",
        room: "Stora salen",
        title: text("Vad gör vi på måndag?", "What do we do on Monday?"),
        speakers: [["leila-nordgren", "MODERATOR"], "nadia-rahimi", "sofia-abdi"],
      },
    ],
    questions: QUESTIONS,
    attendance: {
      confirmed: { delegate: 118, employer: 34, student: 9 },
      cancelled: 11,
      crowds: { delegate: "labour-market", employer: "employers", student: "students" },
      dayChoices: [
        { days: [0, 1], share: 0.68 },
        { days: [0], share: 0.14 },
        { days: [1], share: 0.18 },
      ],
    },
  };
}
