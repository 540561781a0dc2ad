import type { Temporal } from "temporal-polyfill";
import { conferenceDay, WEEKDAY } from "@/prisma/seed/demo/calendar";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";

/** A small morning meeting whose last registration day has just passed. */
export function integrationBreakfast(today: Temporal.PlainDate): EventPlan {
  const day = conferenceDay(today, 1, WEEKDAY.tuesday);
  return {
    slug: `integration-arbetsmarknad-frukost-${day.year}`,
    series: "integration-arbetsmarknad",
    organisation: "integration-arbetsmarknad",
    venue: "klara",
    title: text("Frukostmöte: första lönen", "Breakfast Meeting: The First Salary"),
    summary: text(
      "En timme före arbetsdagen om vad en första anställning kostar, och vad den är värd.",
      "An hour before the working day on what a first job costs, and what it is worth.",
    ),
    description: text(
      "Vi dukar fram frukost och låter en ekonom och en arbetsgivare räkna på samma anställning. De kommer fram till olika saker. Det är det som är poängen.",
      "We serve breakfast and let an economist and an employer do the sums for the same job. They arrive at different answers. That is the point.",
    ),
    practicalities: text(
      "Dörrarna öppnas 07.30. Frukosten är vegetarisk.",
      "Doors open at 07:30. The breakfast is vegetarian.",
    ),
    targetGroup: text("Arbetsgivare och arbetsmarknadsenheter.", "Employers and municipal labour-market units."),
    accent: "#8a3a1d",
    contact: { name: "Petra Hallgren", email: "integration@example.org" },
    published: today.subtract({ days: 30 }),
    opens: today.subtract({ days: 30 }),
    lastRegistrationDay: today.subtract({ days: 2 }),
    days: [{ date: day, hours: ["07:30", "09:00"], capacity: 45 }],
    capacity: 45,
    categories: [{ key: "participant", name: text("Deltagare", "Participant"), capacity: 45 }],
    sessions: [
      {
        key: "breakfast",
        on: 0,
        from: "07:30",
        to: "08:00",
        kind: "MEAL",
        room: "Biblioteket",
        title: text("Frukost", "Breakfast"),
      },
      {
        key: "sums",
        on: 0,
        from: "08:00",
        to: "09:00",
        kind: "PANEL",
        room: "Biblioteket",
        title: text("Två som räknar på samma sak", "Two who do the same sums"),
        speakers: ["tomas-bergendal", "anders-wahlqvist"],
      },
    ],
    attendance: { confirmed: { participant: 31 }, cancelled: 2, crowds: { participant: "labour-market" } },
  };
}
