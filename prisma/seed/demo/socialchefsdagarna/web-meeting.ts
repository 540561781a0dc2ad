import type { Temporal } from "temporal-polyfill";
import { conferenceDay, WEEKDAY } from "@/prisma/seed/demo/calendar";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";

/** An afternoon on screen whose registration has not opened yet. */
export function socialServicesWebMeeting(today: Temporal.PlainDate): EventPlan {
  const day = conferenceDay(today, 14, WEEKDAY.tuesday);
  return {
    slug: `socialchefsdagarna-webbmote-${day.year}`,
    series: "socialchefsdagarna",
    organisation: "socialchefsdagarna",
    venue: null,
    title: text("Socialchefernas webbmöte: ny i rollen", "Web Meeting: New in the Role"),
    summary: text(
      "En eftermiddag på skärmen för dig som har varit socialchef i mindre än två år.",
      "An afternoon on screen for those who have been head of social services for less than two years.",
    ),
    description: text(
      "Fyra erfarna socialchefer berättar om sitt första år: det de borde ha frågat om, det de gjorde rätt av misstag och det de fortfarande skäms lite för.\n\nMötet spelas inte in.",
      "Four experienced heads of social services tell about their first year: what they should have asked, what they got right by mistake and what they are still a little ashamed of.\n\nThe meeting is not recorded.",
    ),
    practicalities: text(
      "Länken kommer med bekräftelsen. Mötet textas.",
      "The link comes with your confirmation. The meeting is captioned.",
    ),
    targetGroup: text("Nya socialchefer.", "New heads of social services."),
    accent: "#0f5a62",
    contact: { name: "Göran Wikman", email: "socialchefsdagarna@example.org" },
    published: today.subtract({ days: 3 }),
    opens: today.add({ days: 21 }),
    lastRegistrationDay: day.subtract({ days: 1 }),
    days: [{ date: day, hours: ["13:00", "16:00"], capacity: 200 }],
    capacity: 200,
    categories: [{ key: "participant", name: text("Deltagare", "Participant"), capacity: 200 }],
    sessions: [
      {
        key: "first-year",
        on: 0,
        from: "13:00",
        to: "14:30",
        kind: "PANEL",
        title: text("Mitt första år", "My first year"),
        speakers: ["birgitta-holmlund", "eva-tornqvist"],
      },
      {
        key: "questions",
        on: 0,
        from: "14:45",
        to: "16:00",
        kind: "PANEL",
        title: text("Det du inte vågar fråga hemma", "What you dare not ask at home"),
      },
    ],
  };
}
