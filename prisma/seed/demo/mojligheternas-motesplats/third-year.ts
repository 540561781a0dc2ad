import { Temporal } from "temporal-polyfill";
import { CATEGORIES, EVERY_EDITION, QUESTIONS } from "@/prisma/seed/demo/mojligheternas-motesplats/every-edition";
import { LUNCHES, SEMINARS } from "@/prisma/seed/demo/mojligheternas-motesplats/seminars";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";

const date = (iso: string) => Temporal.PlainDate.from(iso);

/** The third year, two days in Virserum, with guests from Austria. */
export function meetingPlaceThirdYear(): EventPlan {
  return {
    ...EVERY_EDITION,
    slug: "mojligheternas-motesplats-2018",
    summary: text(
      "För tredje året bjuder Hultsfreds kommun in till två dagar i Virserum, med flera värdar och gäster från Österrike.",
      "For the third year Hultsfred Municipality invites guests to two days in Virserum, with several hosts and guests from Austria.",
    ),
    description: text(
      "Möjligheternas Mötesplats samlar dem som kan göra skillnad på samma golv: kommunen, myndigheterna, föreningarna, företagen och forskarna. Hultsfreds kommun, Sveriges Kommuner och Landsting, Linnéuniversitetet och Arbetsförmedlingen håller var sitt seminarium.\n\nI år kommer också gäster från Österrike för att jämföra erfarenheter. Dagarna utvärderas och sammanfattas inför nästa gång.",
      "Meeting Place of Opportunities brings those who can make a difference onto the same floor: the municipality, the agencies, the associations, the companies and the researchers. Hultsfred Municipality, the Swedish Association of Local Authorities and Regions, Linnaeus University and the Public Employment Service each hold a seminar.\n\nThis year guests from Austria come too, to compare experience. The days are evaluated and summed up for the next time.",
    ),
    published: date("2018-01-29"),
    opens: date("2018-02-01"),
    lastRegistrationDay: date("2018-04-04"),
    days: [
      { date: date("2018-04-18"), hours: ["09:00", "17:30"], capacity: 130 },
      { date: date("2018-04-19"), hours: ["09:00", "15:30"], capacity: 130 },
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
        speakers: ["lars-rosander"],
      },
      ...SEMINARS,
      ...LUNCHES,
      {
        key: "austria",
        on: 1,
        from: "13:00",
        to: "14:15",
        kind: "PANEL",
        room: "Stora hallen",
        title: text("Gäster från Österrike", "Guests from Austria"),
        abstract: text(
          "En borgmästare och Österreichischer Städtebund berättar hur frågan ser ut hos dem. På engelska.",
          "A mayor and Österreichischer Städtebund tell how the question looks where they are. In English.",
        ),
        speakers: ["dieter-posch", "alexander-lesigang"],
      },
    ],
    questions: QUESTIONS,
    attendance: {
      confirmed: {},
      cancelled: 0,
      crowds: {},
      dayChoices: [
        { days: [0, 1], share: 0.8 },
        { days: [0], share: 0.12 },
        { days: [1], share: 0.08 },
      ],
      signUps: { prejudice: 0.4, village: 0.3, reception: 0.45, matching: 0.35 },
    },
    invitations: [
      {
        group: "Nyckelpersoner",
        category: "guest",
        crowd: "key-people",
        accepted: 71,
        declined: 18,
        opened: 6,
        unopened: 21,
      },
      {
        group: "Gäster från Österrike",
        category: "foreign-guest",
        crowd: "austrian-guests",
        accepted: 5,
        declined: 1,
        opened: 0,
        unopened: 1,
      },
    ],
  };
}
