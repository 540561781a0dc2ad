import type { Database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { nextNumber } from "./sequence";

/** A code of an event: a tenth off, as often as one likes, unless told otherwise. */
export function createVoucher(
  db: Database,
  eventId: string,
  wishes: Partial<Prisma.VoucherUncheckedCreateInput> & { readonly uses?: number | null } = {},
) {
  const { uses = null, ...overrides } = wishes;
  const opensOnly = overrides.categoryId != null || overrides.offOre != null;
  return db.voucher.create({
    data: {
      eventId,
      code: `KOD${nextNumber()}`,
      ...(!opensOnly && { offPerMille: 100 }),
      quota: { create: { capacity: uses, event: { connect: { id: eventId } } } },
      ...overrides,
    },
    include: { quota: true },
  });
}
