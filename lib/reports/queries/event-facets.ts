import { z } from "zod";
import { canSeeRegistrations } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn } from "@/lib/core/local-date";
import { localised, localisedOrNull } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import type { FilterField, RegistrationFilter } from "../schema";
import { seesNotes, withinScope } from "./registration-conditions";

const optionsSchema = z.array(z.object({ value: z.string(), label: z.object({ sv: z.string(), en: z.string() }) }));

export type EventFacets = Awaited<ReturnType<typeof getEventFacets>>;

/**
 * What an event's registrations can be filtered by and shown with: its name and dates, categories, days, sessions with
 * sign-up, questions, and the municipalities somebody comes from. Who reaches only hosted sessions gets those sessions and
 * no questions; the door gets nothing to filter by.
 */
export async function getEventFacets(scope: EventScope) {
  const hosted = scope.reach.kind === "hosted-sessions" ? { hostOrganisationId: scope.reach.organisationId } : {};
  const [event, municipalities, tags] = await Promise.all([
    database().event.findUniqueOrThrow({
      where: { id: scope.eventId },
      select: {
        slug: true,
        title: true,
        timeZone: true,
        startsOn: true,
        endsOn: true,
        lastRegistrationDay: true,
        accent: true,
        categories: { orderBy: { position: "asc" }, select: { key: true, name: true } },
        days: { orderBy: { date: "asc" }, select: { date: true, title: true } },
        sessions: {
          where: { ...hosted, signUp: true },
          orderBy: [{ startsAt: "asc" }, { id: "asc" }],
          select: { id: true, title: true },
        },
        questions: {
          orderBy: [{ position: "asc" }, { key: "asc" }],
          select: { key: true, kind: true, label: true, options: true, sensitive: true },
        },
      },
    }),
    database().$queryRaw<{ code: string }[]>`
      SELECT DISTINCT r.municipality_code AS code FROM registration r
      WHERE ${withinScope(scope)} AND r.municipality_code IS NOT NULL ORDER BY 1`,
    seesNotes(scope) ? listTags(scope) : [],
  ]);
  const details = canSeeRegistrations(scope.role);
  const wholeEvent = details && scope.reach.kind === "whole-event";
  return {
    slug: event.slug,
    title: localised(event.title),
    timeZone: event.timeZone,
    startsOn: fromDateColumn(event.startsOn),
    endsOn: fromDateColumn(event.endsOn),
    lastRegistrationDay: fromDateColumn(event.lastRegistrationDay),
    accent: event.accent,
    categories: (details ? event.categories : []).map(({ key, name }) => ({ key, name: localised(name) })),
    days: (details ? event.days : []).map(({ date, title }) => ({
      date: fromDateColumn(date),
      title: localisedOrNull(title),
    })),
    sessions: (details ? event.sessions : []).map(({ id, title }) => ({ id, title: localised(title) })),
    questions: (wholeEvent ? event.questions : []).map(({ key, kind, label, options, sensitive }) => ({
      key,
      kind,
      sensitive,
      label: localised(label),
      options: options === null ? [] : optionsSchema.parse(options),
    })),
    tags,
    municipalityCodes: details ? municipalities.map(({ code }) => code) : [],
  };
}

/** The tags that somebody this reader may know of has. */
function listTags(scope: EventScope): Promise<{ readonly key: string; readonly name: string }[]> {
  return database().$queryRaw`
    SELECT t.key, t.name FROM tag t WHERE t.event_id = ${scope.eventId}::uuid AND EXISTS (
      SELECT 1 FROM registration_tag rt JOIN registration r ON r.id = rt.registration_id
       WHERE rt.tag_id = t.id AND ${withinScope(scope)})
     ORDER BY t.name COLLATE "sv-x-icu"`;
}

/** Drops what this event does not have from a filter, and names it: a stale or mistyped link shows everybody, and says so. */
export function keepKnown(
  filter: RegistrationFilter,
  facets: EventFacets,
): { filter: RegistrationFilter; ignored: readonly FilterField[] } {
  const unknown: Record<"category" | "day" | "session" | "municipality" | "tag" | "answer", boolean> = {
    category: !facets.categories.some(({ key }) => key === filter.category),
    day: !facets.days.some(({ date }) => date.toString() === filter.day),
    session: !facets.sessions.some(({ id }) => id === filter.session?.toLowerCase()),
    municipality: !facets.municipalityCodes.some((code) => code === filter.municipality),
    tag: !facets.tags.some(({ key }) => key === filter.tag),
    answer: !facets.questions.some(({ key, sensitive }) => !sensitive && key === filter.answer?.question),
  };
  const ignored = (Object.keys(unknown) as (keyof typeof unknown)[]).filter(
    (field) => filter[field] !== null && unknown[field],
  );
  return { filter: { ...filter, ...Object.fromEntries(ignored.map((field) => [field, null])) }, ignored };
}
