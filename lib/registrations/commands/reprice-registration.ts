import { z } from "zod";
import { localised } from "@/lib/core/localised";
import { fail } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import { takeBack } from "@/lib/platform/transaction";
import type { PriceLine } from "@/lib/ticketing/price-list";
import { totals } from "@/lib/ticketing/rules/totals";
import { type Billing, billingSchema } from "../billing-schema";
import { fieldErrors } from "../field-errors";
import type { MyRegistration } from "../queries/my-registration";
import type { Changeable } from "../rules/changes";
import { isPaymentDue, priceOfChoice } from "../rules/price-of-choice";

/** A price that has been worked out anew and agreed to. */
export type Repriced = {
  readonly registrationId: string;
  readonly before: readonly PriceLine[];
  readonly after: readonly PriceLine[];
  /** Who pays, where that was not known before. */
  readonly billing: Billing | null;
};

/** What the attendee agreed to; an organiser who grants a change has the attendee's word already. */
export type Agreement =
  | { readonly by: "attendee"; readonly grossOre: number | undefined; readonly billing: unknown }
  | { readonly by: "organiser"; readonly billing: unknown };

/**
 * What a registration costs with other days and sessions, or null where the price stays: nothing that is priced has moved,
 * or the event has no prices any more and what was agreed stands. The row must be locked. Takes the transaction back with
 * `price_changed` when the attendee was shown another price, and with `invalid` when somebody has to pay and nobody says who.
 */
export async function reprice(
  tx: Transaction,
  {
    registrationId,
    mine,
    to,
  }: { registrationId: string; mine: MyRegistration; to: Pick<Changeable, "days" | "sessionIds"> },
  agreement: Agreement,
): Promise<Repriced | null> {
  const { form, hasPayer } = mine;
  if (!form.pricing || form.pricing.list.categories.length === 0) return null;
  const before = await readLines(tx, registrationId);
  const after = priceOfChoice(form, { category: mine.category.key, days: to.days, sessions: to.sessionIds }).lines;
  if (JSON.stringify(before.map(asKept)) === JSON.stringify(after.map(asKept))) return null;
  const billing = hasPayer || !isPaymentDue(after) ? null : payerOf(mine, agreement.billing);
  const [beforeOre, afterOre] = [totals(before).grossOre, totals(after).grossOre];
  if (agreement.by === "attendee" && beforeOre !== afterOre && agreement.grossOre !== afterOre)
    takeBack(fail("price_changed", { beforeOre, afterOre, currency: (after[0] ?? before[0])?.currency ?? "SEK" }));
  return { registrationId, before, after, billing };
}

/** Writes a new price in the place of the old one; what the audit entry keeps of both. */
export async function writePrice(tx: Transaction, { registrationId, before, after, billing }: Repriced) {
  const { bookingId } = await tx.registration.findUniqueOrThrow({
    where: { id: registrationId },
    select: { bookingId: true },
  });
  await tx.priceLine.deleteMany({ where: { registrationId } });
  await tx.priceLine.createMany({
    data: after.map((line, position) => ({ ...line, bookingId, registrationId, position })),
  });
  if (billing) await tx.booking.update({ where: { id: bookingId }, data: { billing }, select: { id: true } });
  return { priceBefore: before.map(asKept), priceAfter: after.map(asKept) };
}

async function readLines(tx: Transaction, registrationId: string): Promise<readonly PriceLine[]> {
  const rows = await tx.priceLine.findMany({
    where: { registrationId },
    select: { kind: true, text: true, netOre: true, vatPerMille: true, currency: true },
    orderBy: { position: "asc" },
  });
  return rows.map((row) => ({ ...row, text: localised(row.text) }));
}

/** A line on one row: "DAY 240000 SEK 250 Deltagare, 28 november". */
function asKept({ kind, netOre, currency, vatPerMille, text }: PriceLine): string {
  return [kind, netOre, currency, vatPerMille, text.sv].join(" ");
}

function payerOf({ form }: MyRegistration, given: unknown): Billing {
  const parsed = z.object({ billing: billingSchema }).safeParse({ billing: given ?? {} });
  return parsed.success ? parsed.data.billing : takeBack(fail("invalid", fieldErrors(parsed.error, form)));
}
