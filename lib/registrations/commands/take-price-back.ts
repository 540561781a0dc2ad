import type { Transaction } from "@/lib/platform/db";
import { creditLines } from "../rules/cancellation-cost";

/** Writes the lines that take a registration's price back, when giving it up is free; otherwise it stays as it is. */
export async function takePriceBack(tx: Transaction, registrationId: string, isFree: boolean): Promise<void> {
  const lines = await tx.priceLine.findMany({
    where: { registrationId },
    select: { bookingId: true, netOre: true, vatPerMille: true, currency: true, position: true },
  });
  const [first] = lines;
  if (!first) return;
  const last = Math.max(...lines.map(({ position }) => position));
  await tx.priceLine.createMany({
    data: creditLines(lines, isFree).map((line, index) => ({
      ...line,
      bookingId: first.bookingId,
      registrationId,
      kind: "CANCELLATION",
      text: { sv: "Avbokning", en: "Cancellation" },
      position: last + 1 + index,
    })),
  });
}
