import type { Temporal } from "temporal-polyfill";
import type { Transaction } from "@/lib/platform/db";
import { moveRegistration } from "./move-registration";
import { takePriceBack } from "./take-price-back";

/**
 * Ends a registration that never became a place: moves it, deletes diet and access needs at once and takes its price back,
 * which costs nothing. False when somebody else was first.
 */
export async function endWait(
  tx: Transaction,
  registrationId: string,
  move: Parameters<typeof moveRegistration>[2],
  now: Temporal.Instant,
): Promise<boolean> {
  if (!(await moveRegistration(tx, registrationId, move, now))) return false;
  await tx.sensitiveNeeds.deleteMany({ where: { registrationId } });
  await takePriceBack(tx, registrationId, true);
  return true;
}
