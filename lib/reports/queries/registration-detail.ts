import type { Temporal } from "temporal-polyfill";
import { canSeeNeeds } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/localised";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import type { ActorKind, RegistrationState } from "@/lib/platform/generated/client";
import { readFileAnswer } from "@/lib/registrations/file-answer";
import { type Column, isNeedsColumn, offeredColumns } from "../policy";
import { cellText, columnHeading } from "../rules/cell-text";
import type { RegistrationRow } from "../rules/registration-row";
import type { EventFacets } from "./event-facets";
import { withinScope } from "./registration-conditions";
import { type RawRow, rowColumns, rowFrom, WITHOUT_NEEDS } from "./registration-rows";

export type RegistrationHistoryStep = {
  readonly from: RegistrationState | null;
  readonly to: RegistrationState;
  readonly actor: ActorKind;
  /** The organiser who did it, by name or address; null when somebody else or nobody did, or the account is gone. */
  readonly by: string | null;
  /** What the organiser wrote, where a reason was given. */
  readonly reason: string | null;
  readonly at: Temporal.Instant;
};
export type RegistrationDetail = {
  readonly row: RegistrationRow;
  /** Every column this reader may have, needs apart, as text. */
  readonly fields: readonly { readonly heading: string; readonly text: string; readonly fileId: string | null }[];
  readonly history: readonly RegistrationHistoryStep[];
  /** Whether this reader may open diet and access needs, which are not read here. */
  readonly mayOpenNeeds: boolean;
  /** A later last day that this person alone was given. */
  readonly extendedThrough: Temporal.PlainDate | null;
};

/** One person's registration with its history. Outside this reader's reach it is not found, like one that does not exist. */
export async function getRegistrationDetail(
  scope: EventScope,
  reference: string,
  { facets, locale }: { readonly facets: EventFacets; readonly locale: Locale },
): Promise<Result<RegistrationDetail, "registration_not_found">> {
  const [raw] = await database().$queryRaw<RawRow[]>`
    SELECT ${rowColumns(scope, WITHOUT_NEEDS)} FROM registration r JOIN category c ON c.id = r.category_id
    WHERE ${withinScope(scope)} AND r.reference = ${reference}`;
  if (!raw) return fail("registration_not_found");
  const steps = await database().registrationTransition.findMany({
    where: { registrationId: raw.id },
    orderBy: { id: "asc" },
    select: { fromState: true, toState: true, actorKind: true, actorId: true, reason: true, at: true },
  });
  const organisers = await nameOrganisers(steps);
  const { extendedThrough } = await database().registration.findUniqueOrThrow({
    where: { id: raw.id },
    select: { extendedThrough: true },
  });
  const row = rowFrom(raw, scope);
  const columns = offeredColumns(scope, facets.questions).filter(
    // Tags and notes have a part of the page to themselves.
    (column) => !isNeedsColumn(column) && column.key !== "tags" && column.key !== "notes",
  );
  const context = { locale, questions: facets.questions };
  return ok({
    row,
    fields: columns.map((column) => ({
      heading: columnHeading(column, locale),
      text: cellText(row, column, context),
      fileId: fileIdOf(row, column, facets.questions),
    })),
    history: steps.map(({ fromState, toState, actorKind, actorId, reason, at }) => ({
      from: fromState,
      to: toState,
      actor: actorKind,
      by: (actorId && organisers.get(actorId)) ?? null,
      reason,
      at: fromTimestamp(at),
    })),
    mayOpenNeeds: canSeeNeeds(scope.role),
    extendedThrough: extendedThrough && fromDateColumn(extendedThrough),
  });
}

/** The file that a column shows the name of. */
function fileIdOf(
  { details }: RegistrationRow,
  { question }: Column,
  questions: EventFacets["questions"],
): string | null {
  const asksForFile = questions.some(({ key, kind }) => key === question?.key && kind === "FILE");
  return question && asksForFile ? (readFileAnswer(details?.answers[question.key])?.id ?? null) : null;
}

async function nameOrganisers(
  steps: readonly { readonly actorKind: ActorKind; readonly actorId: string | null }[],
): Promise<ReadonlyMap<string, string>> {
  const ids = steps.flatMap(({ actorKind, actorId }) => (actorKind === "USER" && actorId ? [actorId] : []));
  if (ids.length === 0) return new Map();
  const users = await database().user.findMany({
    where: { id: { in: ids } },
    select: { id: true, name: true, email: true },
  });
  return new Map(users.map(({ id, name, email }) => [id, name ?? email]));
}
