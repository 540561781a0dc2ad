import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import type { Transaction } from "@/lib/platform/db";
import type { ChangeInput } from "../schema";
import { dropUnnamedFiles } from "./claim-files";

/** Keeps a change that the organiser has to agree to. It takes the place of one that is still unanswered. */
export async function requestChange(
  tx: Transaction,
  { registrationId, eventId }: RegistrationScope,
  { organisationId, wanted }: { readonly organisationId: string; readonly wanted: ChangeInput },
  now: Temporal.Instant,
): Promise<void> {
  await tx.changeRequest.updateMany({
    where: { registrationId, state: "OPEN" },
    data: { state: "WITHDRAWN", wanted: {} },
  });
  const id = newId(now);
  await tx.changeRequest.create({
    data: { id, registrationId, eventId, wanted: JSON.parse(JSON.stringify(wanted)), createdAt: toTimestamp(now) },
    select: { id: true },
  });
  await dropUnnamedFiles(tx, { registrationId });
  const actor = { kind: "ATTENDEE", id: registrationId } as const;
  const audited = { organisationId, eventId, actor, subjectId: registrationId };
  await recordAudit(tx, { ...audited, action: "change.requested", detail: { request: id } }, now);
}
