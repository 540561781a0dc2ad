import type { RegistrationScope } from "@/lib/auth/scopes";
import type { Money } from "@/lib/core/money";
import { database } from "@/lib/platform/db";
import { totals } from "@/lib/ticketing/rules/totals";
import type { MyRegistration } from "./my-registration";

/** What cancelling now would lead to, before anything happens. */
export type CancellationConsequences = {
  /** What the place costs, VAT included; null when it costs nothing. */
  readonly price: Money | null;
  /** Whether that is taken back. */
  readonly isFree: boolean;
};

/** What the place costs and whether cancelling now takes that back. */
export async function getCancellationConsequences(
  { registrationId }: RegistrationScope,
  mine: MyRegistration,
): Promise<CancellationConsequences> {
  const lines = await database().priceLine.findMany({
    where: { registrationId },
    select: { netOre: true, vatPerMille: true, currency: true },
  });
  const { grossOre: minor, currency } = totals(lines);
  return {
    price: minor === 0 ? null : { minor, currency },
    isFree: mine.state !== "CONFIRMED" || mine.isCancelFree,
  };
}
