import type { PriceLine } from "../price-list";
import { totals } from "./totals";

/**
 * What cancelling costs on a local day (ISO, where the event is), VAT included, in öre: nothing through and including the
 * last free day, the whole price after it; nothing where the event names no such day.
 */
export function cancellationFee(lines: readonly PriceLine[], lastFreeDay: string | null, on: string): number {
  return lastFreeDay === null || on <= lastFreeDay ? 0 : totals(lines).grossOre;
}
