import { Temporal } from "temporal-polyfill";
import { fromTimestamp } from "@/lib/core/clock";
import { endOfDay, fromDateColumn } from "@/lib/core/local-date";
import type { Prisma } from "@/lib/platform/generated/client";
import type { ReminderAnchor, ReminderKind } from "../rules/kinds";
import type { Narrowing } from "../rules/own-reminder";
import type { ReminderDates } from "../rules/scheduled-time";

/** The columns of a rule that say when and to whom. */
export const ruleColumns = {
  id: true,
  kind: true,
  anchor: true,
  offsetDays: true,
  localTime: true,
  enabled: true,
  categoryId: true,
  groupName: true,
  revision: true,
  activeSince: true,
  runs: { select: { scheduledAt: true, outcome: true } },
} satisfies Prisma.ReminderRuleSelect;

/** The columns of an event that rules are counted from. */
export const reminderDateColumns = {
  timeZone: true,
  startsOn: true,
  endsOn: true,
  registrationOpensOn: true,
  lastRegistrationDay: true,
  lastNamingDay: true,
  publishedAt: true,
  days: { select: { closesAt: true }, orderBy: { date: "desc" }, take: 1 },
} satisfies Prisma.EventSelect;

type RuleRow = Prisma.ReminderRuleGetPayload<{ select: typeof ruleColumns }>;
type DateRow = Prisma.EventGetPayload<{ select: typeof reminderDateColumns }>;

/** One rule as it is kept. */
export type StoredRule = Narrowing & {
  readonly id: string;
  readonly kind: ReminderKind;
  readonly anchor: ReminderAnchor;
  readonly offsetDays: number;
  readonly localTime: string;
  readonly enabled: boolean;
  readonly revision: number;
  /** Since when it has been on as it is, at an event that visitors see. */
  readonly activeSince: Temporal.Instant;
  readonly runs: readonly { readonly scheduledAt: Temporal.Instant; readonly outcome: "ENQUEUED" | "MISSED" }[];
};

/** The rule as plain values. */
export function storedRule(
  { runs, activeSince, ...rule }: RuleRow,
  { publishedAt }: Pick<DateRow, "publishedAt">,
): StoredRule {
  const since = fromTimestamp(activeSince);
  const published = publishedAt && fromTimestamp(publishedAt);
  return {
    ...rule,
    activeSince: published && Temporal.Instant.compare(published, since) > 0 ? published : since,
    runs: runs.map(({ scheduledAt, outcome }) => ({ scheduledAt: fromTimestamp(scheduledAt), outcome })),
  };
}

/** The dates as plain values. */
export function reminderDates(row: DateRow): ReminderDates {
  const endsOn = fromDateColumn(row.endsOn);
  const [last] = row.days;
  return {
    timeZone: row.timeZone,
    closesAt: last ? fromTimestamp(last.closesAt) : endOfDay(endsOn, row.timeZone),
    startsOn: fromDateColumn(row.startsOn),
    endsOn,
    registrationOpensOn: row.registrationOpensOn && fromDateColumn(row.registrationOpensOn),
    lastRegistrationDay: fromDateColumn(row.lastRegistrationDay),
    lastNamingDay: row.lastNamingDay && fromDateColumn(row.lastNamingDay),
  };
}
