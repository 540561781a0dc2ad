import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { atLocalTime, localDate, toDateColumn } from "@/lib/core/local-date";
import type { CategoryPlan, EventPlan, SessionPlan } from "@/prisma/seed/demo/plan";
import type { Rows } from "@/prisma/seed/demo/rows";
import { seedId } from "@/prisma/seed/demo/seeded";

/** The zone of every event in the demo. */
export const ZONE = "Europe/Stockholm";

/** How long after an event its diets and access needs are kept. */
const NEEDS_KEPT_DAYS = 14;

export const eventId = (plan: EventPlan) => seedId(`event:${plan.slug}`);
export const dayId = (plan: EventPlan, index: number) => seedId(`day:${plan.slug}:${index}`);
export const sessionId = (plan: EventPlan, key: string) => seedId(`session:${plan.slug}:${key}`);
export const categoryId = (plan: EventPlan, key: string) => seedId(`category:${plan.slug}:${key}`);

/** Early prices end this many days before the last registration day. */
const EARLY_ENDS_DAYS_BEFORE = 5;

/** First and last day. */
export function span(plan: EventPlan): readonly [Temporal.PlainDate, Temporal.PlainDate] {
  const [first] = plan.days;
  const last = plan.days.at(-1);
  if (!first || !last) throw new Error(`${plan.slug} has no day`);
  return [first.date, last.date];
}

/** The day after which the event's sensitive needs are gone. */
export function needsDeletedOn(plan: EventPlan): Temporal.PlainDate {
  return span(plan)[1].add({ days: NEEDS_KEPT_DAYS });
}

const moment = (date: Temporal.PlainDate, time: string) => toTimestamp(atLocalTime(date, time, ZONE));

/** One event with its days, programme, categories, questions, reminders and quotas. */
export function addEvent(rows: Rows, plan: EventPlan, now: Temporal.Instant): void {
  const [first, last] = span(plan);
  rows.event.push({
    id: eventId(plan),
    organisationId: seedId(`organisation:${plan.organisation}`),
    seriesId: plan.series ? seedId(`series:${plan.series}`) : null,
    venueId: plan.venue ? seedId(`venue:${plan.venue}`) : null,
    slug: plan.slug,
    status: plan.cancelledOn ? "CANCELLED" : "PUBLISHED",
    access: plan.invitationOnly ? "INVITATION_ONLY" : "OPEN",
    title: plan.title,
    summary: plan.summary,
    description: plan.description,
    practicalities: plan.practicalities,
    targetGroup: plan.targetGroup,
    timeZone: ZONE,
    startsOn: toDateColumn(first),
    endsOn: toDateColumn(last),
    registrationOpensOn: toDateColumn(plan.opens),
    waitingList: plan.waitingList ?? false,
    invitationsForwardable: plan.invitationsForwardable ?? false,
    lastRegistrationDay: toDateColumn(plan.lastRegistrationDay),
    lastCancelDay: plan.lastCancelDay ? toDateColumn(plan.lastCancelDay) : null,
    lastCateringDay: plan.lastCateringDay ? toDateColumn(plan.lastCateringDay) : null,
    lastNamingDay: plan.lastNamingDay ? toDateColumn(plan.lastNamingDay) : null,
    needsDeletedOn: toDateColumn(needsDeletedOn(plan)),
    accent: plan.accent,
    contactName: plan.contact.name,
    contactEmail: plan.contact.email,
    contactPhone: plan.contact.phone ?? null,
    pageOwner: plan.pageOwner ?? null,
    publishedAt: moment(plan.published, "07:30"),
    cancelledAt: plan.cancelledOn ? moment(plan.cancelledOn, "10:00") : null,
    createdAt: moment(plan.published.subtract({ days: 10 }), "13:00"),
  });
  for (const [index, { date, hours, title }] of plan.days.entries()) {
    const [opens, closes] = hours;
    rows.eventDay.push({
      id: dayId(plan, index),
      eventId: eventId(plan),
      date: toDateColumn(date),
      opensAt: moment(date, opens),
      closesAt: moment(date, closes),
      ...(title ? { title } : {}),
    });
  }
  for (const [position, [key, name]] of Object.entries(plan.tracks ?? {}).entries()) {
    rows.track.push({ id: seedId(`track:${plan.slug}:${key}`), eventId: eventId(plan), name, position });
  }
  for (const session of plan.sessions) addSession(rows, plan, session);
  for (const [position, category] of plan.categories.entries()) addCategory(rows, plan, category, position);
  for (const [position, { organisation, ...rest }] of (plan.coOrganisers ?? []).entries()) {
    const organisationId = seedId(`organisation:${organisation}`);
    rows.coOrganiser.push({ eventId: eventId(plan), organisationId, position, ...rest });
  }
  for (const [position, { samples: _, options, showIf, ...question }] of (plan.questions ?? []).entries()) {
    const id = seedId(`question:${plan.slug}:${question.key}`);
    const choices = options?.map(({ value, label }) => ({ value, label }));
    rows.question.push({
      ...{ id, eventId: eventId(plan), position, ...question },
      ...(showIf && { showIf: { key: showIf.key, values: [...showIf.values] } }),
      ...(choices && { options: choices }),
    });
  }
  addQuotas(rows, plan);
  if (!plan.cancelledOn && last.toString() >= localDate(now, ZONE).toString()) addReminderRules(rows, plan, now);
}

function addSession(rows: Rows, plan: EventPlan, session: SessionPlan): void {
  const [first] = span(plan);
  const date = session.on === "evening-before" ? first.subtract({ days: 1 }) : plan.days[session.on]?.date;
  if (!date) throw new Error(`${plan.slug} has no day for ${session.key}`);
  const id = sessionId(plan, session.key);
  rows.session.push({
    id,
    eventId: eventId(plan),
    dayId: session.on === "evening-before" ? null : dayId(plan, session.on),
    trackId: session.track ? seedId(`track:${plan.slug}:${session.track}`) : null,
    roomId: session.room ? seedId(`room:${plan.venue}:${session.room}`) : null,
    hostOrganisationId: session.host ? seedId(`organisation:${session.host}`) : null,
    kind: session.kind,
    title: session.title,
    ...(session.abstract ? { abstract: session.abstract } : {}),
    startsAt: moment(date, session.from),
    endsAt: moment(date, session.to),
    signUp: session.places !== undefined,
  });
  for (const [position, entry] of (session.speakers ?? []).entries()) {
    const [key, part] = typeof entry === "string" ? ([entry, "SPEAKER"] as const) : entry;
    rows.sessionSpeaker.push({ sessionId: id, speakerId: seedId(`speaker:${key}`), part, position });
  }
}

function addQuotas(rows: Rows, plan: EventPlan): void {
  const add = (
    key: string,
    capacity: number | null,
    owner: { categoryId?: string; dayId?: string; sessionId?: string },
  ) => rows.quota.push({ id: seedId(`quota:${plan.slug}:${key}`), eventId: eventId(plan), capacity, ...owner });
  add("event", plan.capacity, {});
  for (const { key, capacity } of plan.categories)
    add(`category:${key}`, capacity, { categoryId: categoryId(plan, key) });
  for (const [index, { capacity }] of plan.days.entries()) add(`day:${index}`, capacity, { dayId: dayId(plan, index) });
  for (const { key, places } of plan.sessions) {
    if (places !== undefined) add(`session:${key}`, places, { sessionId: sessionId(plan, key) });
  }
}

function addCategory(rows: Rows, plan: EventPlan, planned: CategoryPlan, position: number): void {
  const { capacity: _, day, ...category } = planned;
  const id = categoryId(plan, category.key);
  const earlyUntil =
    category.earlyPriceOre === undefined
      ? null
      : toDateColumn(plan.lastRegistrationDay.subtract({ days: EARLY_ENDS_DAYS_BEFORE }));
  rows.category.push({ id, eventId: eventId(plan), position, earlyUntil, ...category });
  if (!day) return;
  for (const index of plan.days.keys())
    rows.categoryDayPrice.push({ categoryId: id, dayId: dayId(plan, index), eventId: eventId(plan), ...day });
}

function addReminderRules(rows: Rows, plan: EventPlan, now: Temporal.Instant): void {
  const add = (kind: "INVITED_UNANSWERED" | "CONFIRMED", daysBefore: number) =>
    rows.reminderRule.push({
      id: seedId(`reminder:${plan.slug}:${kind}:${daysBefore}`),
      eventId: eventId(plan),
      kind,
      anchor: kind === "CONFIRMED" ? "EVENT_START" : "LAST_REGISTRATION_DAY",
      offsetDays: -daysBefore,
      localTime: "09:00",
      activeSince: toTimestamp(now),
      createdAt: moment(plan.published, "07:30"),
    });
  add("INVITED_UNANSWERED", 7);
  add("INVITED_UNANSWERED", 3);
  add("CONFIRMED", 1);
}
