import type { Temporal } from "temporal-polyfill";
import { listOwnedOrganisations } from "@/lib/auth/queries/user";
import type { UserScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { fewestMonths, RETENTION_CLASSES, type RetentionClass, usualMonths } from "../rules/retention-class";
import { type EventWithData, findDueData } from "./due-data";

/** What an organisation has said about one class of data, and what that takes. */
export type RetentionOfClass = {
  readonly dataClass: RetentionClass;
  /** The fewest months it has to be kept, and how many are proposed. */
  readonly fewest: number;
  readonly usual: number;
  readonly rule: {
    readonly months: number;
    readonly decision: string;
    readonly isOn: boolean;
    readonly revision: number;
    /** What it takes at its next turn. */
    readonly due: readonly EventWithData[];
    /** What it takes after that, on the day each event has. */
    readonly later: readonly EventWithData[];
  } | null;
};

export type RetentionOfOrganisation = {
  readonly id: string;
  readonly name: string;
  readonly classes: readonly RetentionOfClass[];
  /** What was taken last, newest first. */
  readonly taken: readonly {
    readonly title: Localised;
    readonly dataClass: RetentionClass;
    readonly count: number;
    readonly at: Temporal.Instant;
  }[];
};

const LAST_TAKEN = 10;

/** The rules of every organisation that the user owns, and what each would take or has taken. */
export async function getRetention(
  user: UserScope,
  now: Temporal.Instant,
): Promise<readonly RetentionOfOrganisation[]> {
  const organisations = await listOwnedOrganisations(user);
  return Promise.all(
    organisations.map(async ({ id, name }) => {
      const [rules, taken] = await Promise.all([
        database().retentionRule.findMany({ where: { organisationId: id } }),
        lastTaken(id),
      ]);
      const classes = await Promise.all(
        RETENTION_CLASSES.map(async (dataClass) => {
          const rule = rules.find((one) => one.dataClass === dataClass);
          const asked = { dataClass, fewest: fewestMonths(dataClass), usual: usualMonths(dataClass) };
          if (!rule) return { ...asked, rule: null };
          const { months, decision, enabledAt, revision } = rule;
          const data = await findDueData(database(), { organisationId: id, dataClass, months }, now);
          return { ...asked, rule: { months, decision, isOn: enabledAt !== null, revision, ...data } };
        }),
      );
      return { id, name, classes, taken };
    }),
  );
}

async function lastTaken(organisationId: string): Promise<RetentionOfOrganisation["taken"]> {
  const rows = await database().auditEntry.findMany({
    where: { organisationId, action: "retention.enforced" },
    select: { detail: true, at: true, event: { select: { title: true } } },
    orderBy: { id: "desc" },
    take: LAST_TAKEN,
  });
  return rows.flatMap(({ detail, at, event }) => {
    // Written by enforceRetention alone.
    const { class: dataClass, count } = detail as { class: RetentionClass; count: number };
    return event ? [{ title: localised(event.title), dataClass, count, at: fromTimestamp(at) }] : [];
  });
}
