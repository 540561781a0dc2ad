import { z } from "zod";
import { localisedSchema } from "@/lib/core/localised";
import type { EventListing } from "@/lib/events/queries/event-listing";
import { openQuestions, QUESTION_KINDS, type RegistrationForm } from "@/lib/registrations/registration-form";

const places = z
  .object({ kind: z.enum(["unlimited", "available", "left", "few", "full"]), left: z.int().optional() })
  .meta({ description: "`left` is given only where the organiser shows exact numbers." });

/** An event in the API's list. */
export const eventSchema = z
  .object({
    slug: z.string(),
    status: z.enum(["published", "cancelled", "archived"]),
    title: localisedSchema,
    summary: localisedSchema,
    organiser: z.string(),
    timeZone: z.string().meta({ description: "IANA zone of all dates", example: "Europe/Stockholm" }),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
    venue: z.object({ name: z.string(), city: z.string() }).nullable(),
    registration: z.object({
      state: z.enum(["not-yet-open", "open", "closed", "cancelled", "over"]),
      invitationOnly: z.boolean(),
      opensAt: z.iso.datetime().nullable(),
      closesAt: z.iso.datetime(),
      lastDay: z.iso.date(),
      places,
    }),
  })
  .meta({ id: "Event" });
export type EventDto = z.output<typeof eventSchema>;

/** One event with what a registration may choose. */
export const eventDetailSchema = eventSchema
  .extend({
    categories: z.array(
      z.object({
        key: z.string(),
        name: localisedSchema,
        priceOre: z.int().meta({ description: "For all days, without VAT" }),
        earlyPriceOre: z.int().nullable().meta({ description: "Without VAT, until and including earlyUntil" }),
        earlyUntil: z.iso.date().nullable(),
        dayPrices: z
          .array(z.object({ date: z.iso.date(), priceOre: z.int(), earlyPriceOre: z.int().nullable() }))
          .meta({ description: "For whoever comes on some days only; never more than the price for all" }),
        currency: z.string(),
        vatPerMille: z.int(),
        places,
      }),
    ),
    days: z.array(z.object({ date: z.iso.date(), title: localisedSchema.nullable(), places })),
    sessions: z.array(
      z.object({
        id: z.uuid(),
        date: z.iso.date().nullable(),
        kind: z.string(),
        title: localisedSchema,
        startsAt: z.iso.datetime(),
        endsAt: z.iso.datetime(),
        room: z.string().nullable(),
        priceOre: z.int().meta({ description: "Without VAT, on top of the category's price" }),
        vatPerMille: z.int().nullable().meta({ description: "Of the session's price; null when it is free" }),
        places,
      }),
    ),
    questions: z.array(
      z.object({
        key: z.string(),
        kind: z.enum(QUESTION_KINDS),
        label: localisedSchema,
        required: z.boolean(),
        options: z.array(z.object({ value: z.string(), label: localisedSchema })),
        min: z.int().nullable().meta({ description: "Least answer to a NUMBER" }),
        max: z.int().nullable().meta({ description: "Greatest answer to a NUMBER" }),
        showIf: z
          .object({ key: z.string(), values: z.array(z.string()) })
          .nullable()
          .meta({
            description:
              "Asked only when the question with this key, or the category, has one of these answers; otherwise an answer is dropped",
          }),
        purpose: localisedSchema.nullable().meta({ description: "Why it is asked" }),
        readers: localisedSchema.nullable().meta({ description: "Who reads the answers" }),
        sensitive: z.boolean().meta({ description: "Stored and deleted with diet and access needs" }),
        asked: z.enum(["ATTENDEE", "BOOKING"]),
        lastAnswerDay: z.iso.date().nullable(),
      }),
    ),
  })
  .meta({ id: "EventDetail" });
export type EventDetailDto = z.output<typeof eventDetailSchema>;

/** A listed event as the API tells it. */
export function eventDto(event: EventListing): EventDto {
  const { slug, title, summary, organiser, timeZone, venue, window } = event;
  return {
    slug,
    status: event.status.toLowerCase() as EventDto["status"],
    title,
    summary,
    organiser,
    timeZone,
    startsOn: event.startsOn.toString(),
    endsOn: event.endsOn.toString(),
    venue: venue && { name: venue.name, city: venue.city },
    registration: {
      state: window.state,
      invitationOnly: event.isInvitationOnly,
      opensAt: window.opensAt?.toString() ?? null,
      closesAt: window.closesAt.toString(),
      lastDay: event.lastRegistrationDay.toString(),
      places: event.places,
    },
  };
}

/** An event with its choices as the API tells them; ids only where a registration needs them. */
export function eventDetailDto(event: EventListing, form: RegistrationForm): EventDetailDto {
  return {
    ...eventDto(event),
    categories: form.categories.map(({ id: _, description: __, ...category }) => {
      const prices = form.pricing?.list.categories.find(({ key }) => key === category.key);
      return {
        ...category,
        earlyPriceOre: prices?.earlyOre ?? null,
        earlyUntil: prices?.earlyUntil ?? null,
        dayPrices: (prices?.days ?? []).map(({ date, ore, earlyOre }) => ({
          date,
          priceOre: ore,
          earlyPriceOre: earlyOre,
        })),
      };
    }),
    days: form.days.map(({ date, title, places: left }) => ({ date, title, places: left })),
    sessions: form.sessions.map((session) => {
      const price = form.pricing?.list.sessions.find(({ id }) => id === session.id);
      return { ...session, priceOre: price?.ore ?? 0, vatPerMille: price?.vatPerMille ?? null };
    }),
    questions: openQuestions(form).map(({ help: _, isClosed: __, retiredOptions: ___, ...question }) => ({
      ...question,
      options: [...question.options],
      showIf: question.showIf && { key: question.showIf.key, values: [...question.showIf.values] },
    })),
  };
}
