import type { Transaction } from "@/lib/platform/db";
import { dropUnnamedFiles } from "./claim-files";

/**
 * Takes away what was said for a place that is the person's no more: diet, needs, answers and files, the links that opened it, and
 * changes that were asked for. Name and history stay.
 */
export async function clearPerson(tx: Transaction, registrationId: string): Promise<void> {
  await tx.sensitiveNeeds.deleteMany({ where: { registrationId } });
  await tx.personalLink.deleteMany({ where: { registrationId } });
  await tx.registration.update({ where: { id: registrationId }, data: { answers: {} }, select: { id: true } });
  await tx.changeRequest.updateMany({ where: { registrationId, state: "OPEN" }, data: { state: "WITHDRAWN" } });
  await tx.changeRequest.updateMany({ where: { registrationId }, data: { wanted: {} } });
  await dropUnnamedFiles(tx, { registrationId });
}
