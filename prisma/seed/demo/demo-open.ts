import type { Temporal } from "temporal-polyfill";
import { conferenceDay, WEEKDAY } from "@/prisma/seed/demo/calendar";
import { type EventPlan, text } from "@/prisma/seed/demo/plan";

/** An open breakfast on screen with 5,000 places that asks for nothing but name, address and consent. */
export function demoOpen(today: Temporal.PlainDate): EventPlan {
  const day = conferenceDay(today, 6, WEEKDAY.friday);
  return {
    slug: "demo-open",
    series: null,
    organisation: "samling",
    venue: null,
    title: text("Öppen frukost: så ordnar vi en konferens", "Open Breakfast: How We Run a Conference"),
    summary: text(
      "En timme på skärmen om hur en kommun ordnar en konferens från inbjudan till uppföljning. Öppen för alla, ingen kostnad.",
      "An hour on screen about how a municipality runs a conference, from invitation to follow-up. Open to everybody, free of charge.",
    ),
    description: text(
      "Häll upp kaffet och häng med när vi går igenom en konferens från början till slut: hur sidan tas fram, hur anmälan öppnas och stängs, vad talarna behöver veta och vad som ska vara klart när dörrarna öppnas.\n\nDu får se verktyget i bruk och kan ställa frågor under hela timmen.\n\n- **Tio minuter** om sidan och anmälan\n- **Tio minuter** om talare och program\n- **Tio minuter** om dagen själv\n- Resten är frågor",
      "Pour yourself a coffee and follow a conference from beginning to end: how the page is made, how registration opens and closes, what speakers need to know and what has to be ready when the doors open.\n\nYou will see the tool in use and can ask questions throughout the hour.\n\n- **Ten minutes** on the page and registration\n- **Ten minutes** on speakers and programme\n- **Ten minutes** on the day itself\n- The rest is questions",
    ),
    practicalities: text(
      "Länken till sändningen kommer i bekräftelsen. Sändningen textas på svenska och spelas in.",
      "The link to the broadcast is in your confirmation. The broadcast is captioned in Swedish and recorded.",
    ),
    targetGroup: text(
      "Alla som ordnar eller funderar på att ordna en konferens.",
      "Everybody who runs a conference, or is thinking of it.",
    ),
    accent: "#1f5c4d",
    contact: { name: "Maria Ekelund", email: "organisator@example.org" },
    published: today.subtract({ days: 21 }),
    opens: today.subtract({ days: 20 }),
    lastRegistrationDay: day.subtract({ days: 1 }),
    days: [{ date: day, hours: ["08:00", "09:00"], capacity: 5_000 }],
    capacity: 5_000,
    categories: [{ key: "participant", name: text("Deltagare", "Participant"), capacity: 5_000 }],
    sessions: [
      {
        key: "breakfast",
        on: 0,
        from: "08:00",
        to: "08:30",
        kind: "TALK",
        title: text("Från inbjudan till uppföljning", "From invitation to follow-up"),
      },
      {
        key: "questions",
        on: 0,
        from: "08:30",
        to: "09:00",
        kind: "PANEL",
        title: text("Frågor och svar", "Questions and answers"),
      },
    ],
  };
}
