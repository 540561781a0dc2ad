import type { Temporal } from "temporal-polyfill";
import { conferenceDay, WEEKDAY, workday } from "@/prisma/seed/demo/calendar";
import { categories, EVERY_EDITION, QUESTIONS } from "@/prisma/seed/demo/integration-arbetsmarknad/every-edition";
import { UPCOMING_QUESTIONS } from "@/prisma/seed/demo/integration-arbetsmarknad/upcoming-questions";
import { UPCOMING_SESSIONS } from "@/prisma/seed/demo/integration-arbetsmarknad/upcoming-sessions";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";

/** The edition ahead, with a live curve: the invitation went out seven weeks ago and the last day is a week away. */
export function integrationArbetsmarknadUpcoming(today: Temporal.PlainDate): EventPlan {
  const first = conferenceDay(today, 4, WEEKDAY.wednesday, 2);
  return {
    ...EVERY_EDITION,
    slug: `integration-arbetsmarknad-${first.year}`,
    summary: text(
      "Två dagar i Stockholm om det som händer efter kursen: hur kommuner och arbetsgivare får fler utrikes födda att komma i arbete och stanna där.",
      "Two days in Stockholm about what comes after the course: how municipalities and employers help more people born abroad into work, and to stay in it.",
    ),
    description: text(
      "Många vägar till arbete börjar i en kommun: på sfi, på socialkontoret, hos en coach. Sedan tar de slut. Årets konferens handlar om glappet mellan insatsen och anställningen, och om dem som har byggt en bro över det.\n\n- **Dag ett** handlar om ledarskap: att hålla kursen när uppdraget växer.\n- **Dag två** handlar om arbetsgivarna: vad som får dem att anställa, och att göra det igen.\n\nVarje eftermiddag väljer du en verkstad. De går samtidigt, så välj en per dag när du anmäler dig.\n\n### Fyra snabba frågor\nInför konferensen svarar talarna på fyra frågor om sitt arbete. Svaren publiceras här, ett i veckan.",
      "Many roads to work begin in a municipality: in a language class, at the social services, with a coach. Then they end. This year's conference is about the gap between the course and the job, and about those who have built a bridge across it.\n\n- **Day one** is about leadership: staying on course when the task grows.\n- **Day two** is about employers: what makes them hire, and hire again.\n\nEach afternoon you choose a workshop. They run at the same time, so pick one a day when you register.\n\n### Four quick questions\nBefore the conference the speakers answer four questions about their work. The answers appear here, one a week.",
    ),
    published: today.subtract({ days: 52 }),
    opens: today.subtract({ days: 49 }),
    lastRegistrationDay: workday(today, 8),
    lastCancelDay: workday(today, 8),
    lastCateringDay: first.subtract({ days: 5 }),
    days: [
      {
        date: first,
        hours: ["09:00", "20:00"],
        title: text("Leda genom förändring", "Leading through change"),
        capacity: 320,
      },
      {
        date: first.add({ days: 1 }),
        hours: ["08:30", "15:30"],
        title: text("Arbetsgivarna", "The employers"),
        capacity: 320,
      },
    ],
    capacity: 360,
    categories: categories({ delegate: 240, employer: 90, student: 30 }),
    tracks: {
      municipality: text("Kommunens spår", "The municipal track"),
      employer: text("Arbetsgivarens spår", "The employer track"),
    },
    sessions: UPCOMING_SESSIONS,
    questions: [...QUESTIONS, ...UPCOMING_QUESTIONS],
    attendance: {
      confirmed: { delegate: 149, employer: 37, student: 14 },
      cancelled: 12,
      substituted: 2,
      crowds: { delegate: "labour-market", employer: "employers", student: "students" },
      group: { municipality: "Eskilstuna", size: 4, category: "delegate" },
      dayChoices: [
        { days: [0, 1], share: 0.72 },
        { days: [0], share: 0.15 },
        { days: [1], share: 0.13 },
      ],
      signUps: {
        "workshop-language": 0.36,
        "workshop-mentors": 0.4,
        "workshop-hiring": 0.17,
        "workshop-data": 0.2,
        dinner: 0.55,
      },
    },
  };
}
