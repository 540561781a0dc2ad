import { fromDateColumn } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { normaliseCode, type Voucher } from "../rules/voucher";

const LONGEST_TYPED = 100;

/** The event's voucher that somebody typed the code of, valid or not, or null. Another event's code is unknown. */
export async function findVoucher(eventId: string, typed: string): Promise<Voucher | null> {
  const code = normaliseCode(typed.slice(0, LONGEST_TYPED));
  if (!/^[A-Z0-9]{3,40}$/.test(code)) return null;
  const row = await database().voucher.findUnique({
    where: { eventId_code: { eventId, code } },
    select: {
      id: true,
      code: true,
      categoryId: true,
      offPerMille: true,
      offOre: true,
      validThrough: true,
      quota: { select: { capacity: true, used: true } },
    },
  });
  if (!row) return null;
  const { quota, validThrough, ...plain } = row;
  return {
    ...plain,
    validThrough: validThrough && fromDateColumn(validThrough).toString(),
    capacity: quota?.capacity ?? null,
    used: quota?.used ?? 0,
  };
}
