import type { Transaction } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";

/** Everything the demo will insert, collected first so that it goes in as a few large statements. */
export type Rows = {
  readonly organisation: Prisma.OrganisationCreateManyInput[];
  readonly user: Prisma.UserCreateManyInput[];
  readonly membership: Prisma.MembershipCreateManyInput[];
  readonly venue: Prisma.VenueCreateManyInput[];
  readonly room: Prisma.RoomCreateManyInput[];
  readonly speaker: Prisma.SpeakerCreateManyInput[];
  readonly series: Prisma.SeriesCreateManyInput[];
  readonly event: Prisma.EventCreateManyInput[];
  readonly eventDay: Prisma.EventDayCreateManyInput[];
  readonly track: Prisma.TrackCreateManyInput[];
  readonly category: Prisma.CategoryCreateManyInput[];
  readonly categoryDayPrice: Prisma.CategoryDayPriceCreateManyInput[];
  readonly session: Prisma.SessionCreateManyInput[];
  readonly sessionSpeaker: Prisma.SessionSpeakerCreateManyInput[];
  readonly coOrganiser: Prisma.CoOrganiserCreateManyInput[];
  readonly question: Prisma.QuestionCreateManyInput[];
  readonly reminderRule: Prisma.ReminderRuleCreateManyInput[];
  readonly quota: Prisma.QuotaCreateManyInput[];
  readonly booking: Prisma.BookingCreateManyInput[];
  readonly registration: Prisma.RegistrationCreateManyInput[];
  readonly registrationDay: Prisma.RegistrationDayCreateManyInput[];
  readonly registrationSession: Prisma.RegistrationSessionCreateManyInput[];
  readonly sensitiveNeeds: Prisma.SensitiveNeedsCreateManyInput[];
  readonly registrationTransition: Prisma.RegistrationTransitionCreateManyInput[];
  readonly invitation: Prisma.InvitationCreateManyInput[];
  readonly material: Prisma.MaterialCreateManyInput[];
  readonly storedFile: Prisma.StoredFileCreateManyInput[];
};

export function emptyRows(): Rows {
  return {
    organisation: [],
    user: [],
    membership: [],
    venue: [],
    room: [],
    speaker: [],
    series: [],
    event: [],
    eventDay: [],
    track: [],
    category: [],
    categoryDayPrice: [],
    session: [],
    sessionSpeaker: [],
    coOrganiser: [],
    question: [],
    reminderRule: [],
    quota: [],
    booking: [],
    registration: [],
    registrationDay: [],
    registrationSession: [],
    sensitiveNeeds: [],
    registrationTransition: [],
    invitation: [],
    material: [],
    storedFile: [],
  };
}

/** Postgres takes at most 65,535 values in a statement; a registration has about twenty. */
const BATCH = 1_000;

/** Inserts in the order in which the rows refer to each other. */
export async function insertRows(tx: Transaction, rows: Rows): Promise<void> {
  await tx.organisation.createMany({ data: rows.organisation });
  await tx.user.createMany({ data: rows.user });
  await tx.membership.createMany({ data: rows.membership });
  await tx.venue.createMany({ data: rows.venue });
  await tx.room.createMany({ data: rows.room });
  await tx.speaker.createMany({ data: rows.speaker });
  await tx.series.createMany({ data: rows.series });
  await tx.event.createMany({ data: rows.event });
  await tx.eventDay.createMany({ data: rows.eventDay });
  await tx.track.createMany({ data: rows.track });
  await tx.category.createMany({ data: rows.category });
  await tx.categoryDayPrice.createMany({ data: rows.categoryDayPrice });
  await tx.session.createMany({ data: rows.session });
  await tx.sessionSpeaker.createMany({ data: rows.sessionSpeaker });
  await tx.coOrganiser.createMany({ data: rows.coOrganiser });
  await tx.question.createMany({ data: rows.question });
  await tx.reminderRule.createMany({ data: rows.reminderRule });
  await tx.quota.createMany({ data: rows.quota });
  for (const data of batches(rows.booking)) await tx.booking.createMany({ data });
  for (const data of batches(rows.registration)) await tx.registration.createMany({ data });
  for (const data of batches(rows.registrationDay)) await tx.registrationDay.createMany({ data });
  for (const data of batches(rows.registrationSession)) await tx.registrationSession.createMany({ data });
  for (const data of batches(rows.registrationTransition)) await tx.registrationTransition.createMany({ data });
  await tx.sensitiveNeeds.createMany({ data: rows.sensitiveNeeds });
  await tx.invitation.createMany({ data: rows.invitation });
  await tx.material.createMany({ data: rows.material });
  await tx.storedFile.createMany({ data: rows.storedFile });
}

function batches<T>(list: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(list.length / BATCH) }, (_, i) => list.slice(i * BATCH, (i + 1) * BATCH));
}
