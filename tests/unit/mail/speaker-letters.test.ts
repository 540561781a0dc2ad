import { describe, expect, it } from "vitest";
import { materialsPublished } from "@/emails/afterwards";
import type { EventInLetter } from "@/emails/event-in-letter";
import { slidesMissing } from "@/emails/slides-missing";
import { speakerChanged } from "@/emails/speaker-changed";
import type { SpeakerInLetter } from "@/emails/speaker-in-letter";
import { speakerInvitation } from "@/emails/speaker-invitation";
import { at } from "../../support/clock";

const both = (sv: string, en: string) => ({ sv, en });
const [opensAt, closesAt] = [at("2026-11-28 09:00"), at("2026-11-28 16:00")];
const event: EventInLetter = {
  title: both("Framtidens anställning", "The future of employment"),
  organiser: "Kommunförbundet Skåne",
  timeZone: "Europe/Stockholm",
  days: [{ date: opensAt.toZonedDateTimeISO("Europe/Stockholm").toPlainDate(), opensAt, closesAt }],
  venue: { name: "Folkets hus", street: "Barnhusgatan 12", postalCode: null, city: "Stockholm" },
  contact: { name: "Jenny Strand", email: "jenny@example.org", phone: null },
  accent: null,
};
const session = {
  title: both("Trelleborgsmodellen", "The Trelleborg model"),
  startsAt: at("2026-11-28 10:00"),
  endsAt: at("2026-11-28 10:45"),
  room: "Sal A",
  with: ["Malin Olofsson", "ond.example"],
  isCancelled: false,
};
const speaker: SpeakerInLetter = {
  event,
  name: "Sofia Abdi",
  sessions: [session],
  link: "https://samling.example.org/s/hemlig",
};
const version = { startsAt: session.startsAt, endsAt: session.endsAt, with: [], place: "Sal A" };

describe("letters to speakers", () => {
  it("say when, where, with whom and how to open the sheet, in Swedish", () => {
    const { subject, text } = speakerInvitation(speaker, "sv");
    expect(subject).toBe("Ditt programblad som talare: Framtidens anställning");
    expect(text).toContain("28 november kl. 10:00–10:45 · Trelleborgsmodellen · Sal A");
    expect(text).toContain("https://samling.example.org/s/hemlig");
    expect(text).toContain("jenny@example.org");
  });

  it("say it in English", () => {
    const { subject, text } = speakerInvitation(speaker, "en");
    expect(subject).toBe("Your programme sheet as a speaker: The future of employment");
    expect(text).toContain("The Trelleborg model");
    expect(text).not.toMatch(/Programpunkt|Länken|talare/);
  });

  it("let no co-speaker's name become a link", () => {
    const { text, html } = speakerInvitation(speaker, "sv");
    expect(text + html).not.toContain("ond.example");
  });

  it("say what a session was before", () => {
    const change = {
      title: session.title,
      changes: ["place"] as const,
      before: version,
      after: { ...version, place: null },
    };
    expect(speakerChanged(speaker, [change], "sv").text).toContain("ny plats, inte bestämd. Förut Sal A.");
    const alone = { ...change, changes: ["people"] as const };
    expect(speakerChanged(speaker, [alone], "en").text).toContain("you now hold the session on your own");
  });

  it("name the sessions without slides", () => {
    expect(slidesMissing(speaker, [session.title], "en").text).toContain("The Trelleborg model");
  });
});

it("a letter about materials names fifteen and counts the others", () => {
  const materials = Array.from({ length: 17 }, (_, n) => ({
    title: both(`Bilder ${n}`, `Slides ${n}`),
    speaker: null,
  }));
  const { text } = materialsPublished(speaker, { materials, url: "https://samling.example.org/x" }, "sv");
  expect(text).toContain("Bilder 14");
  expect(text).not.toContain("Bilder 15");
  expect(text).toContain("och 2 till");
});
