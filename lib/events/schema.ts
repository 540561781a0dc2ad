import { z } from "zod";
import { isSlug } from "@/lib/core/slug";
import * as written from "@/lib/core/written";
import type { EventFieldCode } from "./errors";
import { isReservedSlug } from "./rules/reserved-slug";
import { readSteps } from "./rules/venue-steps";

const refused = (code: EventFieldCode) => code;
const LONG = 20_000;

/** The venue's steps, a line each. */
const steps = written.text(1_000).transform((value, context) => {
  const read = readSteps(value);
  if (read) return read;
  context.addIssue({ code: "custom", message: refused("steps_invalid") });
  return z.NEVER;
});

/** The least an event is created from, all of it text as a form sends it. Messages are codes of `errors.ts`. */
export const newEventSchema = z
  .object({
    title: written.requiredLine(),
    organisation: written.line(40),
    series: written.line(40),
    startsOn: written.requiredDay,
    /** Blank is one day. */
    endsOn: written.day,
    lastRegistrationDay: written.requiredDay,
    venueSteps: steps,
    contactName: written.requiredLine(),
    contactEmail: written.email("refused"),
  })
  .transform((event, context) => {
    const endsOn = event.endsOn ?? event.startsOn;
    const refuse = (path: string, code: EventFieldCode) =>
      context.addIssue({ code: "custom", path: [path], message: refused(code) });
    if (endsOn < event.startsOn) refuse("endsOn", "before_first_day");
    if (event.lastRegistrationDay > endsOn) refuse("lastRegistrationDay", "after_last_day");
    return { ...event, endsOn };
  });

/** What an event is called and who answers for it. */
export const basicsSchema = z.object({
  titleSv: written.requiredLine(),
  titleEn: written.line(),
  summarySv: written.line(400),
  summaryEn: written.line(400),
  slug: written
    .line(100)
    .refine(isSlug, refused("slug_invalid"))
    .refine((slug) => !isReservedSlug(slug), refused("slug_taken")),
  series: written.line(40),
  unlisted: written.tick,
  contactName: written.requiredLine(),
  contactEmail: written.email("refused"),
  contactPhone: written.line(60),
  pageOwner: written.line(),
  accent: written
    .line(20)
    .transform((value) => value.toLowerCase().replace(/^#?([0-9a-f]{6})$/, "#$1"))
    .refine((value) => value === "" || /^#[0-9a-f]{6}$/.test(value), refused("colour_invalid")),
});

/** What stands on the event's page, Markdown where it is long. */
export const textsSchema = z.object({
  descriptionSv: written.text(LONG),
  descriptionEn: written.text(LONG),
  practicalitiesSv: written.text(LONG),
  practicalitiesEn: written.text(LONG),
  targetGroupSv: written.text(1_000),
  targetGroupEn: written.text(1_000),
});

const dayRow = z
  .object({
    date: written.day,
    opensAt: written.line(20),
    closesAt: written.line(20),
    titleSv: written.line(),
    titleEn: written.line(),
    places: written.whole(1_000_000),
    remove: written.tick,
  })
  .transform(({ opensAt, closesAt, ...row }, context) => {
    const isBlank = row.date === null && row.titleSv === "" && row.titleEn === "";
    if (row.remove || isBlank) return { ...row, isBlank, opensAt: "", closesAt: "" };
    const read = (name: "opensAt" | "closesAt", value: string) => {
      const parsed = written.time.safeParse(value);
      for (const { message } of parsed.error?.issues ?? []) context.addIssue({ code: "custom", path: [name], message });
      return parsed.data ?? "";
    };
    const hours = { opensAt: read("opensAt", opensAt), closesAt: read("closesAt", closesAt) };
    if (row.date === null) context.addIssue({ code: "custom", path: ["date"], message: refused("required") });
    if (hours.opensAt && hours.closesAt && hours.closesAt <= hours.opensAt)
      context.addIssue({ code: "custom", path: ["closesAt"], message: refused("ends_before_start") });
    return { ...row, ...hours, isBlank };
  });

/** The days of an event, its last registration day and what the venue charges for calling off. */
export const daysSchema = z.object({
  lastRegistrationDay: written.requiredDay,
  venueSteps: steps,
  days: written.rows(dayRow),
});

const roomRow = z.object({ name: written.line(100), seats: written.whole(1_000_000), remove: written.tick });

/** Where an event is. The fields of a place are those of the chosen one where it is the one that was shown, or of a new one. */
export const venueSchema = z.object({
  /** A venue's id, "new", or blank for none. */
  venue: written.line(40),
  name: written.line(),
  street: written.line(),
  postalCode: written.line(20),
  city: written.line(100),
  travelSv: written.text(LONG),
  travelEn: written.text(LONG),
  accessibilitySv: written.text(LONG),
  accessibilityEn: written.text(LONG),
  rooms: written.rows(roomRow),
});

export const CO_ORGANISER_KINDS = ["CO_ORGANISER", "PARTNER", "EXHIBITOR"] as const;
export const CO_ORGANISER_ACCESS = ["NONE", "WHOLE_EVENT", "OWN_SESSIONS"] as const;

/** Other organisations at an event: how they are named on its page, and what of it their members see. */
export const partnersSchema = z.object({
  partners: written.rows(
    z.object({
      /** Its name or short name, where it is a new row. */
      organisation: written.line(),
      kind: written.choice(CO_ORGANISER_KINDS),
      access: written.choice(CO_ORGANISER_ACCESS),
      remove: written.tick,
    }),
  ),
});
