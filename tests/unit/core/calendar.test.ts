import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { buildCalendar, type CalendarEntry, calendarUid } from "@/lib/core/calendar";
import { at } from "@/tests/support/clock";
import { type Component, moment, strictCalendar, text } from "@/tests/support/strict-calendar";

const person = { name: "Åsa Öberg", email: "asa@example.org" };

function entry(wishes: Partial<CalendarEntry> = {}): CalendarEntry {
  return {
    uid: "0192@samling.example.org",
    sequence: 0,
    stamp: Temporal.Instant.from("2026-09-01T10:00:00Z"),
    start: at("2026-10-25 09:00"),
    end: at("2026-10-25 16:30"),
    timeZone: "Europe/Stockholm",
    summary: "Strategiskt forum",
    description: "Välkommen!",
    location: "Stadshuset, Malmö",
    organizer: person,
    attendee: person,
    ...wishes,
  };
}

function readBack(wishes: Partial<CalendarEntry> = {}): { calendar: Component; event: Component; file: string } {
  const file = buildCalendar({ method: "REQUEST", entries: [entry(wishes)] });
  const calendar = strictCalendar(file);
  const event = calendar.parts.find((part) => part.name === "VEVENT");
  if (!event) throw new Error("no entry");
  return { calendar, event, file };
}

describe("a calendar file", () => {
  it("keeps nine o'clock at nine o'clock on both sides of the clock changes of 2026 and 2027", () => {
    for (const day of [
      "2026-10-24",
      "2026-10-25",
      "2026-10-26",
      "2027-03-27",
      "2027-03-28",
      "2027-03-29",
      "2027-01-01",
    ]) {
      const start = at(`${day} 09:00`);
      const { calendar, event, file } = readBack({ start, end: at(`${day} 16:30`) });
      expect(file).toContain(`DTSTART;TZID=Europe/Stockholm:${day.replaceAll("-", "")}T090000`);
      expect(moment(calendar, event, "DTSTART")).toEqual(start);
      expect(moment(calendar, event, "DTEND")).toEqual(at(`${day} 16:30`));
    }
  });

  it("describes summer time by its yearly rule, as calendars expect it", () => {
    const { file } = readBack();
    expect(file).toContain("RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200");
    expect(file).toContain("RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100");
    expect(file).not.toMatch(/TIMEZONE-ID/);
  });

  it("is right in zones with other rules, without rules and with half hours", () => {
    for (const timeZone of [
      "Asia/Tokyo",
      "America/New_York",
      "Africa/Casablanca",
      "Australia/Lord_Howe",
      "Asia/Kathmandu",
      "Atlantic/Reykjavik",
    ]) {
      for (const day of ["2026-02-20", "2026-03-20", "2026-10-20", "2027-04-10"]) {
        const start = at(`${day} 09:00`, timeZone);
        const { calendar, event } = readBack({ start, end: at(`${day} 10:00`, timeZone), timeZone });
        expect(moment(calendar, event, "DTSTART"), `${timeZone} ${day}`).toEqual(start);
      }
    }
  });

  it("folds between characters and gives the text back", () => {
    const summary = `${"Å".repeat(60)} 👩‍👩‍👧 ${"🎉".repeat(50)}`;
    const description = "Rad ett; och, så\\ vidare\n\nRad tre";
    const { event } = readBack({ summary, description });
    expect(text(event, "SUMMARY")).toBe(summary);
    expect(text(event, "DESCRIPTION")).toBe(description);
  });

  it("lets no text become a property, a parameter or a second entry", () => {
    const evil = 'Hej\r\nBEGIN:VEVENT\nATTACH:https://ond.example";X=1\u0000\u0085\\';
    const wishes = {
      summary: evil,
      location: evil,
      uid: "a\r\nX:1@h",
      organizer: { name: evil, email: "a@example.org" },
    };
    const file = buildCalendar({ method: "REQUEST", name: evil, entries: [entry(wishes)] });
    const calendar = strictCalendar(file);
    expect(calendar.parts.map((part) => part.name)).toEqual(["VTIMEZONE", "VEVENT"]);
    const names = calendar.parts.flatMap((part) => part.lines.map((line) => line.name));
    expect(names).not.toContain("ATTACH");
    expect(names).not.toContain("X");
  });

  it("cancels the entry it made: same UID, higher sequence", () => {
    const made = readBack();
    const gone = strictCalendar(buildCalendar({ method: "CANCEL", entries: [entry({ sequence: 1 })] }));
    const event = gone.parts.find((part) => part.name === "VEVENT");
    if (!event) throw new Error("no entry");
    expect(text(gone, "METHOD")).toBe("CANCEL");
    expect(text(event, "UID")).toBe(text(made.event, "UID"));
    expect(Number(text(event, "SEQUENCE"))).toBeGreaterThan(Number(text(made.event, "SEQUENCE")));
  });

  it("names its entries at the site's own host", () => {
    expect(calendarUid("0192", "https://anmalan.kommun.example:8443/x")).toBe("0192@anmalan.kommun.example");
  });
});

describe("the strict check itself", () => {
  const good = buildCalendar({ method: "REQUEST", entries: [entry({ summary: "Å".repeat(60) })] });

  it.each([
    ["bare line feeds", (file: string) => file.replaceAll("\r\n", "\n")],
    ["a long line", (file: string) => file.replace("SUMMARY:", `SUMMARY:${"x".repeat(80)}`)],
    ["a missing stamp", (file: string) => file.replace(/DTSTAMP:.*\r\n/, "")],
    ["a zone that is not defined", (file: string) => file.replace(/BEGIN:VTIMEZONE[\s\S]*END:VTIMEZONE\r\n/, "")],
    [
      "a zone that lies",
      (file: string) =>
        file.replace("TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100", "TZOFFSETFROM:+0200\r\nTZOFFSETTO:+0200"),
    ],
    ["a last line without its end", (file: string) => file.slice(0, -2)],
  ])("refuses %s", (_, spoil) => {
    expect(() => strictCalendar(good)).not.toThrow();
    expect(() => strictCalendar(spoil(good))).toThrow();
  });
});
