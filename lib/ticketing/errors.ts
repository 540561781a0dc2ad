/** Why a code was not made or changed. */
export const VOUCHER_CODES = [
  "code_malformed",
  "code_taken",
  "category_unknown",
  "discount_invalid",
  "discount_missing",
  "uses_invalid",
  "date_invalid",
  "voucher_gone",
] as const;
export type VoucherErrorCode = (typeof VOUCHER_CODES)[number];
