import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import type { Transaction } from "@/lib/platform/db";

/** One organisation's recipient; `address` is normalised. */
type OrganisationsAddress = { readonly organisationId: string; readonly address: string };

/** Sends an address no more of an organisation's mail. `reason`: the enhanced status code (RFC 3463) that said so last. */
export async function suppressAddress(
  tx: Transaction,
  { organisationId, address, reason, source }: OrganisationsAddress & { reason: string; source: "SMTP" | "DSN" },
  now: Temporal.Instant,
): Promise<void> {
  const found = { reason, source, since: toTimestamp(now) };
  await tx.suppressedAddress.upsert({
    where: { organisationId_address_scope: { organisationId, address, scope: "ALL" } },
    create: { organisationId, address, scope: "ALL", ...found },
    update: found,
    select: { scope: true },
  });
}

/** Sends an address mail again that was found dead before `by`. */
export async function reviveAddress(
  tx: Transaction,
  { organisationId, address }: OrganisationsAddress,
  by: Temporal.Instant,
): Promise<void> {
  await tx.suppressedAddress.deleteMany({
    where: { organisationId, address, scope: "ALL", since: { lte: toTimestamp(by) } },
  });
}

/** Keeps nothing of an address, of somebody who is erased. */
export async function forgetAddress(tx: Transaction, { organisationId, address }: OrganisationsAddress): Promise<void> {
  await tx.suppressedAddress.deleteMany({ where: { organisationId, address } });
}

/** Sends an address mail again, whatever mail servers said of it; how many bars there were. */
export async function liftSuppression(
  tx: Transaction,
  { organisationId, address }: OrganisationsAddress,
): Promise<number> {
  return (await tx.suppressedAddress.deleteMany({ where: { organisationId, address, scope: "ALL" } })).count;
}
