import type { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/core/local-date";
import type { RegistrationForm } from "../registration-form";
import type { GivenCode } from "./form-of-event";

type UsedVoucher = {
  readonly id: string;
  readonly code: string;
  readonly categoryId: string | null;
  readonly offPerMille: number | null;
  readonly offOre: number | null;
};

/** The code somebody registered with: it stays theirs when it has expired or been used up since. */
export function usedCode(voucher: UsedVoucher | null): GivenCode | null {
  if (!voucher) return null;
  const lasting = { ...voucher, validThrough: null, capacity: null, used: 0 };
  return { typed: voucher.code, voucher: lasting, voucherId: voucher.id, failure: null };
}

/**
 * The form of somebody who is registered, priced as on the day they registered: who came early keeps the early price also
 * when they change what they come to.
 */
export function pricedAsRegistered(form: RegistrationForm, category: string, createdAt: Temporal.Instant) {
  if (!form.pricing) return form;
  return { ...form, pricing: { ...form.pricing, category, on: localDate(createdAt, form.timeZone).toString() } };
}
