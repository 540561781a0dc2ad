import { z } from "zod";
import { LOCALES } from "@/lib/core/localised";
import * as written from "@/lib/core/written";
import type { SessionFieldCode } from "./errors";

/** What somebody does at a session. */
export const SPEAKER_PARTS = ["SPEAKER", "MODERATOR", "PANELLIST"] as const;

/** A speaker as the organiser's form sends them. `parts` holds, by session, what they do there; blank for nothing. */
export const speakerSchema = z.object({
  name: written.line(),
  email: written.line(254),
  affiliation: written.line(),
  locale: z.enum(LOCALES).catch("sv"),
  roleSv: written.line(),
  roleEn: written.line(),
  biographySv: written.text(4_000),
  biographyEn: written.text(4_000),
  parts: z.record(z.string(), z.enum(["", ...SPEAKER_PARTS]).catch("")),
});

export type SpeakerInput = z.infer<typeof speakerSchema>;

export const SESSION_KINDS = ["TALK", "PANEL", "WORKSHOP", "SEMINAR", "MEAL", "MINGLE", "EXHIBITION", "BREAK"] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** The day of what is held on a date of its own, such as the evening before. */
export const OTHER_DAY = "other";

const refused = (code: SessionFieldCode) => code;

/** A session as its form sends it. Messages are codes of `errors.ts`. */
export const sessionSchema = z
  .object({
    titleSv: written.requiredLine(),
    titleEn: written.line(),
    abstractSv: written.text(20_000),
    abstractEn: written.text(20_000),
    kind: written.choice(SESSION_KINDS),
    /** A day's id, or `OTHER_DAY`, which `date` then tells. */
    day: written.requiredLine(40),
    date: written.day,
    starts: written.time,
    ends: written.time,
    room: written.line(40),
    track: written.line(40),
    host: written.line(40),
    signUp: written.tick,
    places: written.whole(1_000_000),
    price: written.price,
    speakers: written.rows(
      z.object({ speaker: written.line(40), part: written.choice(SPEAKER_PARTS).default("SPEAKER") }),
    ),
  })
  .transform((session, context) => {
    const refuse = (path: string[], code: SessionFieldCode) =>
      context.addIssue({ code: "custom", path, message: refused(code) });
    if (session.ends <= session.starts) refuse(["ends"], "ends_before_start");
    if (session.day === OTHER_DAY && session.date === null) refuse(["date"], "required");
    const chosen = new Set<string>();
    for (const [key, { speaker }] of Object.entries(session.speakers)) {
      if (speaker !== "" && chosen.has(speaker)) refuse(["speakers", key, "speaker"], "speaker_twice");
      chosen.add(speaker);
    }
    return session;
  });
export type SessionInput = z.output<typeof sessionSchema>;

/** A session on its way to another time or room: so many minutes on, or a time and a room. */
export const moveSchema = z.union([
  z.object({ by: z.enum(["-15", "15"]).transform(Number) }),
  z.object({ starts: written.time, room: written.line(40) }),
]);

/** From when to when, as people write it: "10:00–10:30", "10-10.30"; null is blank. */
export const period = written.line(40).transform((value, context) => {
  if (value === "") return null;
  const [from, to, ...rest] = value.split(/\s*[-–]\s*/);
  const [starts, ends] = [written.time.safeParse(from), written.time.safeParse(to)];
  if (rest.length === 0 && starts.success && ends.success && starts.data < ends.data)
    return { starts: starts.data, ends: ends.data };
  context.addIssue({ code: "custom", message: refused("period_invalid") });
  return z.NEVER;
});

/** The breaks of one day. */
export const BREAKS = ["morning", "lunch", "afternoon"] as const;
export const breaksSchema = z.object({
  day: written.requiredLine(40),
  morning: period,
  lunch: period,
  afternoon: period,
});

/** The tracks that run side by side. */
export const tracksSchema = z.object({
  tracks: written.rows(z.object({ nameSv: written.line(100), nameEn: written.line(100), remove: written.tick })),
});

/** The columns of a list of sessions, in the order of the template. */
export const SESSION_COLUMNS = [
  "title",
  "titleEn",
  "kind",
  "date",
  "starts",
  "ends",
  "room",
  "track",
  "speakers",
  "places",
  "abstract",
] as const;
export type SessionColumn = (typeof SESSION_COLUMNS)[number];
