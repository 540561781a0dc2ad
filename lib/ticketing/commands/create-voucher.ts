import { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import { toDateColumn } from "@/lib/core/local-date";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { VoucherErrorCode } from "../errors";
import { voucherSchema } from "../schema";

/**
 * Makes a code of the event: one that lowers the price, opens a category, or both, so many times and through a day. Its uses
 * are a quota, locked and counted as places are.
 */
export async function createVoucher(
  { eventId, organisationId, userId }: EventScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<{ readonly code: string }> | Failure<VoucherErrorCode>> {
  const parsed = voucherSchema.safeParse(body);
  if (!parsed.success) return fail((parsed.error.issues[0]?.message ?? "code_malformed") as VoucherErrorCode);
  const { code, category: key, uses, validThrough, note, offPerMille, offOre } = parsed.data;
  return inTransaction(async (tx): Promise<Ok<{ readonly code: string }> | Failure<VoucherErrorCode>> => {
    const category =
      key === ""
        ? null
        : await tx.category.findUnique({ where: { eventId_key: { eventId, key } }, select: { id: true } });
    if (key !== "" && !category) return fail("category_unknown");
    const taken = await tx.voucher.findUnique({ where: { eventId_code: { eventId, code } }, select: { id: true } });
    if (taken) return fail("code_taken");
    const id = newId(now);
    await tx.voucher.create({
      data: {
        ...{ id, eventId, code, categoryId: category?.id ?? null, offPerMille, offOre, note },
        validThrough: validThrough === null ? null : toDateColumn(Temporal.PlainDate.from(validThrough)),
        createdAt: toTimestamp(now),
      },
      select: { id: true },
    });
    await tx.quota.create({ data: { eventId, voucherId: id, capacity: uses }, select: { id: true } });
    const actor = { kind: "USER", id: userId } as const;
    await recordAudit(tx, { organisationId, eventId, actor, action: "voucher.created", subjectId: id }, now);
    return ok({ code });
  });
}
