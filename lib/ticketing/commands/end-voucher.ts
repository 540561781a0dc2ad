import { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { toDateColumn } from "@/lib/core/local-date";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { VoucherErrorCode } from "../errors";
import { voucherEndSchema } from "../schema";

/** Gives a code of the event another last day: one that has passed ends it, none lets it go on. Places taken with it stay. */
export async function endVoucher(
  { eventId, organisationId, userId }: EventScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<{ readonly code: string }> | Failure<VoucherErrorCode>> {
  const parsed = voucherEndSchema.safeParse(body);
  if (!parsed.success) return fail("date_invalid");
  const { code, validThrough } = parsed.data;
  return inTransaction(async (tx): Promise<Ok<{ readonly code: string }> | Failure<VoucherErrorCode>> => {
    const where = { eventId_code: { eventId, code } };
    const voucher = await tx.voucher.findUnique({ where, select: { id: true } });
    if (!voucher) return fail("voucher_gone");
    const day = validThrough === null ? null : toDateColumn(Temporal.PlainDate.from(validThrough));
    await tx.voucher.update({ where, data: { validThrough: day }, select: { id: true } });
    const actor = { kind: "USER", id: userId } as const;
    const detail = { validThrough: validThrough ?? "" };
    await recordAudit(
      tx,
      { organisationId, eventId, actor, action: "voucher.ended", subjectId: voucher.id, detail },
      now,
    );
    return ok({ code });
  });
}
