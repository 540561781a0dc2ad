import { fail, ok, type Result } from "@/lib/core/result";

/** A code of an event, and how far it is used. */
export type Voucher = {
  readonly id: string;
  readonly code: string;
  readonly categoryId: string | null;
  readonly offPerMille: number | null;
  readonly offOre: number | null;
  /** ISO date. */
  readonly validThrough: string | null;
  /** Empty means no limit. */
  readonly capacity: number | null;
  readonly used: number;
};

/** Why a code cannot be used. Nothing is said about what it would have opened or taken off. */
export type VoucherFailure = "code_unknown" | "code_expired" | "code_used_up";

/** A code as it is compared and stored: upper case, without spaces and hyphens of any kind. */
export function normaliseCode(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\p{Dash}\u00ad\u200b]/gu, "");
}

/**
 * Whether a voucher counts on a local day (ISO, where the event is): through and including its last day, while uses are
 * left. How many are left is asked again under lock when a place is taken.
 */
export function checkVoucher<V extends Pick<Voucher, "validThrough" | "capacity" | "used">>(
  voucher: V | null,
  on: string,
): Result<V, VoucherFailure> {
  if (!voucher) return fail("code_unknown");
  if (voucher.validThrough !== null && on > voucher.validThrough) return fail("code_expired");
  if (voucher.capacity !== null && voucher.used >= voucher.capacity) return fail("code_used_up");
  return ok(voucher);
}
