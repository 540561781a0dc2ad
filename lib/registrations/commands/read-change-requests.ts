import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canSeeNeeds } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

/** A change that waits for an answer: what is, and what is wanted. Dates are ISO. */
export type OpenChange = {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly askedAt: Temporal.Instant;
  readonly days: { readonly now: readonly string[]; readonly wanted: readonly string[] };
  readonly sessions: { readonly now: readonly Localised[]; readonly wanted: readonly Localised[] };
  readonly changesDiet: boolean;
  /** Only when needs were asked for: what is, and what is wanted. */
  readonly diet: { readonly now: string | null; readonly wanted: string | null } | null;
};

const wantedSchema = z.object({
  days: z.array(z.string()).optional(),
  sessions: z.array(z.string()).optional(),
  diet: z.string().optional(),
});

/**
 * The open requests of an event, oldest first. Diet is read only when asked for, by who has the right to needs, and each
 * reading is audited in the same transaction.
 */
export async function readChangeRequests(
  scope: EventScope,
  withNeeds: boolean,
  now: Temporal.Instant,
): Promise<readonly OpenChange[]> {
  const opensNeeds = withNeeds && canSeeNeeds(scope.role);
  return database().$transaction(async (tx) => {
    const rows = await tx.changeRequest.findMany({
      where: { eventId: scope.eventId, state: "OPEN" },
      orderBy: { createdAt: "asc" },
      take: 200,
      select: {
        id: true,
        wanted: true,
        createdAt: true,
        registration: {
          select: {
            id: true,
            reference: true,
            name: true,
            days: { select: { day: { select: { date: true } } }, orderBy: { day: { date: "asc" } } },
            sessions: { select: { session: { select: { id: true, title: true } } } },
            needs: { select: { diet: true } },
          },
        },
      },
    });
    const titles = new Map(
      (await tx.session.findMany({ where: { eventId: scope.eventId }, select: { id: true, title: true } })).map(
        ({ id, title }) => [id, localised(title)],
      ),
    );
    const changes = rows.map(({ id, wanted: raw, createdAt, registration }) => {
      const wanted = wantedSchema.parse(raw);
      const days = registration.days.map(({ day }) => fromDateColumn(day.date).toString());
      const sessions = registration.sessions.map(({ session }) => localised(session.title));
      const diet = { now: registration.needs?.diet ?? null, wanted: wanted.diet ?? null };
      const change: OpenChange = {
        id,
        reference: registration.reference,
        name: registration.name,
        askedAt: fromTimestamp(createdAt),
        days: { now: days, wanted: wanted.days?.toSorted() ?? days },
        sessions: { now: sessions, wanted: wanted.sessions?.flatMap((one) => titles.get(one) ?? []) ?? sessions },
        changesDiet: diet.now !== diet.wanted,
        diet: opensNeeds ? diet : null,
      };
      return { change, subjectId: registration.id };
    });
    const { organisationId, eventId, userId } = scope;
    for (const { change, subjectId } of opensNeeds ? changes : []) {
      if (!change.changesDiet) continue;
      const actor = { kind: "USER", id: userId } as const;
      await recordAudit(tx, { organisationId, eventId, actor, action: "needs.read", subjectId }, now);
    }
    return changes.map(({ change }) => change);
  });
}
