import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { KINDS, REMINDER_KINDS, type ReminderAnchor, type ReminderKind } from "../rules/kinds";
import { isLadderOn, LADDER_KINDS, type LadderKind, ladder } from "../rules/ladder";
import { openedHaveTheirOwn } from "../rules/own-reminder";
import { type RuleStatus, ruleStatus } from "../rules/rule-status";
import { anchorDay, type ReminderDates, scheduledTime } from "../rules/scheduled-time";
import type { Occasion } from "./occasion";
import { reminderDateColumns, reminderDates, ruleColumns, type StoredRule, storedRule } from "./rule-row";

/** A rule with when it is due, how it stands, and the question of whom it reminds; null when it is never due. */
export type PlannedRule = StoredRule & {
  readonly scheduledAt: Temporal.Instant | null;
  readonly status: RuleStatus;
  readonly occasion: Occasion | null;
};

/** What a rule to a group can be made of: the days it can be counted from, of those the event has, and what narrows it. */
export type RuleForm = {
  readonly kind: ReminderKind;
  readonly anchors: readonly { readonly anchor: ReminderAnchor; readonly day: Temporal.PlainDate }[];
  readonly category: boolean;
  readonly group: boolean;
  /** Whether it makes sense only once the event is over. */
  readonly isAfter: boolean;
};

/** A group's ladder; it is not possible where the event has not the day that it is counted from. */
export type Ladder = { readonly kind: LadderKind; readonly isOn: boolean; readonly isPossible: boolean };

/** What the organiser sees of an event whose reminders are set. */
export type EventRules = {
  readonly title: Localised;
  readonly isPublished: boolean;
  readonly timeZone: string;
  readonly categories: readonly { readonly id: string; readonly name: Localised }[];
  /** The groups that invitations are in. */
  readonly groups: readonly string[];
  /** In the order in which they are due; those that never are come last. */
  readonly rules: readonly PlannedRule[];
  /** One for each group that can be reminded. */
  readonly forms: readonly RuleForm[];
  readonly ladders: readonly Ladder[];
};

/** The event's rules. The scope's reach is the caller's to have looked at (`canSetReminders`). */
export async function getEventRules(
  { eventId, organisationId }: EventScope,
  now: Temporal.Instant,
): Promise<EventRules> {
  const [row, groups] = await Promise.all([
    database().event.findUniqueOrThrow({
      where: { id: eventId },
      select: {
        title: true,
        status: true,
        ...reminderDateColumns,
        categories: { select: { id: true, name: true }, orderBy: { position: "asc" } },
        reminderRules: { where: { removedAt: null }, select: ruleColumns, orderBy: { id: "asc" } },
      },
    }),
    database().$queryRaw<{ name: string }[]>`
      SELECT group_name AS name FROM invitation WHERE event_id = ${eventId}::uuid AND group_name IS NOT NULL
       GROUP BY 1 ORDER BY group_name COLLATE "sv-x-icu"`,
  ]);
  const dates = reminderDates(row);
  const timed = row.reminderRules.map((each) => {
    const rule = storedRule(each, row);
    return { ...rule, ...ruleStatus(rule, dates, now) };
  });
  const rules = timed.map((rule) => {
    const { kind, categoryId, groupName, scheduledAt } = rule;
    const withoutOpened = openedHaveTheirOwn(rule, timed);
    const asked = { kind, categoryId, groupName, eventId, organisationId, event: dates, withoutOpened };
    return { ...rule, occasion: scheduledAt && { ...asked, scheduledAt } };
  });
  return {
    title: localised(row.title),
    isPublished: row.status === "PUBLISHED",
    timeZone: dates.timeZone,
    categories: row.categories.map(({ id, name }) => ({ id, name: localised(name) })),
    groups: groups.map(({ name }) => name),
    rules: rules.toSorted((a, b) => dueAt(a) - dueAt(b)),
    forms: REMINDER_KINDS.map((kind) => formOf(kind, dates)),
    ladders: LADDER_KINDS.map((kind) => ({
      kind,
      isOn: isLadderOn(kind, rules),
      isPossible: ladder(kind).every((rung) => scheduledTime(rung, dates) !== null),
    })),
  };
}

const dueAt = ({ scheduledAt }: { readonly scheduledAt: Temporal.Instant | null }) =>
  scheduledAt?.epochMilliseconds ?? Number.MAX_SAFE_INTEGER;

function formOf(kind: ReminderKind, dates: ReminderDates): RuleForm {
  const { anchors, category, group, until } = KINDS[kind];
  return {
    ...{ kind, category, group, isAfter: until === "after-event" },
    anchors: anchors.flatMap((anchor) => {
      const day = anchorDay(anchor, dates);
      return day ? [{ anchor, day }] : [];
    }),
  };
}
