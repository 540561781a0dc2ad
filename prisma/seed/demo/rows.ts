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
  await insertMany(tx, "booking", rows.booking);
  await insertMany(tx, "registration", rows.registration);
  await insertMany(tx, "registration_day", rows.registrationDay);
  await insertMany(tx, "registration_session", rows.registrationSession);
  await insertMany(tx, "registration_transition", rows.registrationTransition);
  await tx.sensitiveNeeds.createMany({ data: rows.sensitiveNeeds });
  await tx.invitation.createMany({ data: rows.invitation });
  await tx.material.createMany({ data: rows.material });
  await tx.storedFile.createMany({ data: rows.storedFile });
}

/**
 * Puts thousands of rows into a table as one statement with one value, read by Postgres: Prisma's own way takes about a
 * millisecond a row. Columns that no row names get their defaults; all rows name the same ones, or leave out what may be empty.
 */
async function insertMany(tx: Transaction, table: string, rows: readonly object[]): Promise<void> {
  const inTable = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([key, value]) => [column(key), value])),
  );
  const columns = [...new Set(inTable.flatMap((row) => Object.keys(row)))].join(", ");
  const insert = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;
  await tx.$executeRawUnsafe(insert, JSON.stringify(inTable));
}

const column = (field: string) => field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
