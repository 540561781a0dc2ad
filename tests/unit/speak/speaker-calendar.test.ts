import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { speakerCalendar } from "@/lib/programme/queries/speaker-calendar";
import type { SpeakerSession } from "@/lib/programme/queries/speaker-sessions";
import { at, NOW } from "../../support/clock";

const talk: SpeakerSession = {
  id: "0190aaaa-0000-7000-8000-000000000001",
  kind: "TALK",
  title: { sv: "Ledarskap när det gäller", en: "Leadership when it matters" },
  abstract: { sv: "Om ansvar; och mod, i vardagen.", en: "On responsibility." },
  startsAt: at("2026-11-28 10:00"),
  endsAt: at("2026-11-28 10:45"),
  isCancelled: false,
  room: "Stora salen",
  part: "SPEAKER",
  coSpeakers: [{ id: "2", name: "Maja Modig", affiliation: null, role: null, part: "MODERATOR" }],
  headcount: { of: "day", people: 173 },
  capacity: 300,
  slides: null,
  event: {
    slug: "integration",
    title: { sv: "Integration & Arbetsmarknad", en: "Integration & the Labour Market" },
    startsOn: Temporal.PlainDate.from("2026-11-28"),
    endsOn: Temporal.PlainDate.from("2026-11-29"),
    timeZone: "Europe/Stockholm",
    calendarSequence: 3,
    venue: { name: "Folkets hus", street: "Barnhusgatan 12", city: "Stockholm" },
    contact: { name: "Petra Hallgren", email: "integration@example.org", phone: null },
  },
};

const unfolded = (sessions: readonly SpeakerSession[], locale: "sv" | "en" = "sv") =>
  speakerCalendar(sessions, locale, "https://samling.example.org", NOW)
    .replaceAll(/\r\n[ \t]/g, "")
    .split("\r\n");

describe("a speaker's calendar file", () => {
  it("keeps local time with the zone, and says where", () => {
    const lines = unfolded([talk]);
    expect(lines).toContain("DTSTART;TZID=Europe/Stockholm:20261128T100000");
    expect(lines).toContain("DTEND;TZID=Europe/Stockholm:20261128T104500");
    expect(lines).toContain("SUMMARY:Ledarskap när det gäller");
    expect(lines).toContain("LOCATION:Stora salen\\, Folkets hus\\, Barnhusgatan 12\\, Stockholm");
    expect(lines).toContain("UID:speaker-session-0190aaaa-0000-7000-8000-000000000001@samling.example.org");
    expect(lines).toContain("SEQUENCE:3");
    expect(lines).toContain("STATUS:CONFIRMED");
  });

  it("speaks the reader's language and links to that language's page", () => {
    const lines = unfolded([talk], "en").join("\n");
    expect(lines).toContain("SUMMARY:Leadership when it matters");
    expect(lines).toContain("https://samling.example.org/en/events/integration");
  });

  it("marks a cancelled session, with a higher sequence", () => {
    const lines = unfolded([{ ...talk, isCancelled: true }]);
    expect(lines).toContain("STATUS:CANCELLED");
    expect(lines).toContain("SEQUENCE:4");
  });

  it("holds every session once and no count of people", () => {
    const lines = unfolded([talk, { ...talk, id: "0190aaaa-0000-7000-8000-000000000002" }]);
    expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(2);
    expect(lines.join("\n")).not.toContain("173");
  });
});
