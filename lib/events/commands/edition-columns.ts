import type {
  Category,
  CategoryDayPrice,
  CoOrganiser,
  Event,
  EventDay,
  OwnText,
  Question,
  Quota,
  ReminderRule,
  Session,
  Track,
} from "@/lib/platform/generated/client";
import type { ColumnFate } from "../rules/edition-copy";

type Fates<Row> = Readonly<Record<keyof Row, ColumnFate>>;

/** Every column of every table that a next edition is copied from. A new column is given its fate here, or nothing compiles. */
export const EDITION_COLUMNS = {
  event: {
    ...{ id: "event", organisationId: "same", seriesId: "own", venueId: "same", slug: "own", status: "fresh" },
    ...{ unlisted: "same", access: "same", availability: "same", title: "own", summary: "same", description: "same" },
    ...{ practicalities: "same", targetGroup: "same", timeZone: "same", startsOn: "date", endsOn: "date" },
    ...{ registrationOpensOn: "date", openToAllOn: "date", invitationsForwardable: "same", waitingList: "same" },
    ...{
      offersPaused: "fresh",
      offerHours: "same",
      approval: "same",
      lastRegistrationDay: "date",
      lastEditDay: "date",
    },
    ...{ lastCancelDay: "date", lastFreeCancelDay: "date", lastNamingDay: "date", lastTopicDay: "date" },
    ...{ lastCateringDay: "date", venueSteps: "same", needsDeletedOn: "date", accent: "same", contactName: "same" },
    ...{ contactEmail: "same", contactPhone: "same", pageOwner: "same", calendarSequence: "fresh", revision: "fresh" },
    ...{
      evaluationUrl: "fresh",
      materialsToldAt: "fresh",
      publishedAt: "fresh",
      cancelledAt: "fresh",
      createdAt: "now",
    },
  } satisfies Fates<Event>,
  day: {
    ...{ id: "id", eventId: "event", date: "date", title: "same", opensAt: "moment", closesAt: "moment" },
  } satisfies Fates<EventDay>,
  track: { id: "id", eventId: "event", name: "same", position: "same" } satisfies Fates<Track>,
  category: {
    ...{ id: "id", eventId: "event", key: "same", name: "same", description: "same", priceOre: "same" },
    ...{ earlyPriceOre: "same", earlyUntil: "date", currency: "same", vatPerMille: "same", hidden: "same" },
    ...{ approval: "same", position: "same" },
  } satisfies Fates<Category>,
  session: {
    ...{ id: "id", eventId: "event", dayId: "day", trackId: "track", roomId: "same", hostOrganisationId: "same" },
    ...{ kind: "same", title: "same", abstract: "same", startsAt: "moment", endsAt: "moment", signUp: "same" },
    ...{ priceOre: "same", vatPerMille: "same", cancelledAt: "fresh" },
  } satisfies Fates<Session>,
  dayPrice: {
    ...{ categoryId: "category", dayId: "day", eventId: "event", priceOre: "same", earlyPriceOre: "same" },
  } satisfies Fates<CategoryDayPrice>,
  quota: {
    ...{ id: "fresh", eventId: "event", categoryId: "category", dayId: "day", sessionId: "session" },
    ...{ voucherId: "fresh", capacity: "same", used: "fresh" },
  } satisfies Fates<Quota>,
  question: {
    ...{ id: "fresh", eventId: "event", key: "same", kind: "same", label: "same", help: "same", required: "same" },
    ...{ asked: "same", sensitive: "same", showIf: "same", lastAnswerDay: "date", purpose: "same", readers: "same" },
    ...{ retiredAt: "fresh", options: "same", minimum: "same", maximum: "same", position: "same", revision: "fresh" },
  } satisfies Fates<Question>,
  reminderRule: {
    ...{ id: "fresh", eventId: "event", kind: "same", anchor: "same", offsetDays: "same", localTime: "same" },
    ...{ enabled: "same", categoryId: "category", groupName: "same", revision: "fresh", activeSince: "now" },
    ...{ removedAt: "fresh", createdAt: "now" },
  } satisfies Fates<ReminderRule>,
  ownText: {
    ...{ eventId: "event", message: "same", locale: "same", subject: "same", body: "same", inUse: "same" },
    ...{ revision: "fresh", userId: "same", changedAt: "now" },
  } satisfies Fates<OwnText>,
  coOrganiser: {
    ...{ eventId: "event", organisationId: "same", kind: "same", access: "same", position: "same" },
  } satisfies Fates<CoOrganiser>,
} as const;

/** What belongs to an event and stays with it: people, what was sent to them, what they were told, codes, files and the log. */
export const STAYS_WITH_ITS_EDITION = [
  ...["Booking", "Registration", "Invitation", "Voucher", "Mailing", "Tag", "SavedView", "BulkChange", "OutboxMail"],
  ...["StoredFile", "AuditEntry", "EventChange", "SessionWaiting", "ChangeRequest", "IdempotencyKey"],
  // Whoever works with one event alone was asked for that one.
  ...["EventMembership", "DisabledMembership", "MemberInvitation"],
  ...["RegistrationDay", "RegistrationSession", "RegistrationTag", "SessionSpeaker", "PriceLine", "ReminderRun"],
  ...["Material", "SpeakerInvitation", "PersonalLink", "RegistrationNote", "BulkChangePerson", "SensitiveNeeds"],
  "RegistrationTransition",
] as const;
