import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import * as field from "@/lib/core/written";
import type { EventFieldCode } from "@/lib/events/errors";
import type { VoucherErrorCode } from "./errors";
import { normaliseCode } from "./rules/voucher";

const MOST_KRONOR = 1_000_000;
const wrong = (code: VoucherErrorCode) => code;

/** A number as Swedes and others write it, with at most two decimals, in hundredths; null for what is none. */
function hundredths(written: string): number | null {
  const compact = written.replace(/[\s\u00a0]/g, "").replace(",", ".");
  return /^\d{1,9}(\.\d{1,2})?$/.test(compact) ? Math.round(Number(compact) * 100) : null;
}

const written = z.string().max(200).default("");

/** The last day of a code as an ISO date; blank is no end. */
const lastDay = written.transform((value, context): string | null => {
  if (value.trim() === "") return null;
  try {
    return Temporal.PlainDate.from(value.trim()).toString();
  } catch {
    context.addIssue({ code: "custom", message: wrong("date_invalid") });
    return z.NEVER;
  }
});

/** What an organiser writes to make a code: all of it text, as a form sends it. Messages are codes of `errors.ts`. */
export const voucherSchema = z
  .object({
    code: written.transform(normaliseCode).refine((code) => /^[A-Z0-9]{3,40}$/.test(code), wrong("code_malformed")),
    /** A category's key; blank is all of them. */
    category: written,
    percent: written,
    /** Kronor, VAT excluded. */
    amount: written,
    uses: written.transform((value, context): number | null => {
      const compact = value.trim();
      if (compact === "") return null;
      if (/^[1-9]\d{0,5}$/.test(compact)) return Number(compact);
      context.addIssue({ code: "custom", message: wrong("uses_invalid") });
      return z.NEVER;
    }),
    validThrough: lastDay,
    note: written.transform((value) => value.trim() || null),
  })
  .transform(({ percent, amount, ...plain }, context) => {
    const share = percent.trim() === "" ? null : hundredths(percent);
    const off = amount.trim() === "" ? null : hundredths(amount);
    const isGiven = percent.trim() !== "" || amount.trim() !== "";
    const isBoth = percent.trim() !== "" && amount.trim() !== "";
    // Tenths of a per cent are what is stored.
    const isShare = share === null || (share > 0 && share <= 10_000 && share % 10 === 0);
    const isOff = off === null || (off > 0 && off <= MOST_KRONOR * 100);
    if (isBoth || !isShare || !isOff || (isGiven && share === null && off === null))
      context.addIssue({ code: "custom", message: wrong("discount_invalid") });
    else if (!isGiven && plain.category === "")
      context.addIssue({ code: "custom", message: wrong("discount_missing") });
    return { ...plain, offPerMille: share === null ? null : share / 10, offOre: off };
  });

/** A new last day for a code. */
export const voucherEndSchema = z.object({ code: written.transform(normaliseCode), validThrough: lastDay });

const MOST_PLACES = 1_000_000;
export const VAT_PER_MILLE = ["250", "120", "60", "0"] as const;
const refused = (code: EventFieldCode) => code;

const categoryRow = z
  .object({
    nameSv: field.line(),
    nameEn: field.line(),
    descriptionSv: field.line(500),
    descriptionEn: field.line(500),
    /** Kronor, VAT excluded; blank is free. */
    price: field.price,
    vat: field.choice(VAT_PER_MILLE).default("250"),
    earlyPrice: field.price,
    earlyUntil: field.day,
    places: field.whole(MOST_PLACES),
    hidden: field.tick,
    approval: field.tick,
    position: field.whole(1_000),
    dayPrices: field.rows(field.price),
    remove: field.tick,
  })
  .transform((category, context) => {
    if (!category.remove && (category.earlyPrice === null) !== (category.earlyUntil === null)) {
      const path = category.earlyPrice === null ? "earlyPrice" : "earlyUntil";
      context.addIssue({ code: "custom", path: [path], message: refused("early_incomplete") });
    }
    return category;
  });

/** An event's categories and its places altogether, all of it text as a form sends it. */
export const categoriesSchema = z.object({ places: field.whole(MOST_PLACES), categories: field.rows(categoryRow) });
export type CategoriesInput = z.output<typeof categoriesSchema>;
