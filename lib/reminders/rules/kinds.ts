/** The days a rule can be counted from. */
export type ReminderAnchor = "LAST_REGISTRATION_DAY" | "EVENT_START" | "EVENT_END" | "LAST_NAMING_DAY";

/** The mails that rules send. */
export type ReminderMessage =
  | "invitation-reminder"
  | "invitation-unfinished"
  | "event-reminder"
  | "practical-information"
  | "waiting-reminder"
  | "names-missing"
  | "slides-missing"
  | "evaluation-open";

type Traits = {
  /** The mail they get. */
  readonly message: ReminderMessage;
  /** The days it makes sense to count from; the first is the usual one. */
  readonly anchors: readonly [ReminderAnchor, ...ReminderAnchor[]];
  /** What it can be narrowed to. */
  readonly category: boolean;
  readonly group: boolean;
  /** After what nobody can act on it any more; "after-event": only once that is over. */
  readonly until: "registration" | "event" | "naming" | "after-event";
};

/** Whom rules remind. */
export const REMINDER_KINDS = [
  "INVITED_UNANSWERED",
  "DRAFT_BEGUN",
  "CONFIRMED",
  "PRACTICAL_INFORMATION",
  "WAITLISTED",
  "NAMES_MISSING",
  "SPEAKERS_WITHOUT_SLIDES",
  "EVALUATION_OPEN",
] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];

const BEFORE_OR_DURING = ["EVENT_START", "LAST_REGISTRATION_DAY", "EVENT_END"] as const;
const WHILE_OPEN = ["LAST_REGISTRATION_DAY", "EVENT_START"] as const;

export const KINDS: Readonly<Record<ReminderKind, Traits>> = {
  INVITED_UNANSWERED: {
    ...{ message: "invitation-reminder", anchors: WHILE_OPEN, category: true, group: true, until: "registration" },
  },
  DRAFT_BEGUN: {
    message: "invitation-unfinished",
    anchors: WHILE_OPEN,
    category: true,
    group: true,
    until: "registration",
  },
  CONFIRMED: { message: "event-reminder", anchors: BEFORE_OR_DURING, category: true, group: false, until: "event" },
  PRACTICAL_INFORMATION: {
    ...{ message: "practical-information", anchors: BEFORE_OR_DURING, category: true, group: false, until: "event" },
  },
  WAITLISTED: { message: "waiting-reminder", anchors: BEFORE_OR_DURING, category: true, group: false, until: "event" },
  NAMES_MISSING: {
    ...{ message: "names-missing", anchors: ["LAST_NAMING_DAY", "EVENT_START"], category: false, group: false },
    until: "naming",
  },
  SPEAKERS_WITHOUT_SLIDES: {
    ...{
      message: "slides-missing",
      anchors: ["EVENT_START", "EVENT_END"],
      category: false,
      group: false,
      until: "event",
    },
  },
  EVALUATION_OPEN: {
    ...{ message: "evaluation-open", anchors: ["EVENT_END"], category: true, group: false, until: "after-event" },
  },
};
