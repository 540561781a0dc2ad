import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { newId } from "@/lib/core/ids";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import type { TableFailure } from "@/lib/platform/read-table";
import { inTransaction } from "@/lib/platform/transaction";
import { canEditProgramme } from "../policy";
import { type GivenSessions, previewSessions } from "../queries/session-import";
import { lockProgramme } from "./lock-programme";
import { writeSession } from "./write-session";

type ImportedSessions =
  | Ok<{ readonly added: number }>
  | Failure<TableFailure | "session_gone" | "columns_missing" | "rows_wrong" | "nothing_new">;

/** Adds the sessions of a list, all or none: one row with something wrong and nothing is written. What is held already is left. */
export async function importSessions(
  scope: EventScope,
  given: GivenSessions,
  now: Temporal.Instant,
): Promise<ImportedSessions> {
  const { eventId, organisationId, userId } = scope;
  if (!canEditProgramme(scope)) return fail("session_gone");
  return inTransaction(async (tx): Promise<ImportedSessions> => {
    // Whoever imports the same list at the same moment waits here, and then finds it held already.
    const timeZone = await lockProgramme(tx, eventId);
    const preview = await previewSessions(scope, given);
    if (!preview.ok) return preview;
    const { rows } = preview.value;
    if (rows.length === 0) return fail("columns_missing");
    if (rows.some(({ outcome }) => outcome === "wrong")) return fail("rows_wrong");
    const fresh = rows.flatMap((row) => (row.outcome === "new" ? [row] : []));
    if (fresh.length === 0) return fail("nothing_new");
    const made = new Map<string, string>();
    let position = await tx.track.count({ where: { eventId } });
    for (const { input, newTrack } of fresh) {
      if (newTrack !== null && !made.has(newTrack)) {
        position += 1;
        const id = newId(now);
        const name = { sv: newTrack, en: newTrack };
        await tx.track.create({ data: { id, eventId, name, position }, select: { id: true } });
        made.set(newTrack, id);
      }
      const track = newTrack === null ? input.track : (made.get(newTrack) ?? "");
      await writeSession(tx, { eventId, id: newId(now), isNew: true, timeZone }, { ...input, track });
    }
    const detail = { added: fresh.length };
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action: "sessions.imported", detail }, now);
    return ok(detail);
  });
}
