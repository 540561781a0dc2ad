import { z } from "zod";
import * as written from "@/lib/core/written";
import type { EventFieldCode } from "@/lib/events/errors";

const MOST_PLACES = 1_000_000;
export const VAT_PER_MILLE = ["250", "120", "60", "0"] as const;
const refused = (code: EventFieldCode) => code;

const row = z
  .object({
    nameSv: written.line(),
    nameEn: written.line(),
    descriptionSv: written.line(500),
    descriptionEn: written.line(500),
    /** Kronor, VAT excluded; blank is free. */
    price: written.price,
    vat: written.choice(VAT_PER_MILLE).default("250"),
    earlyPrice: written.price,
    earlyUntil: written.day,
    places: written.whole(MOST_PLACES),
    hidden: written.tick,
    approval: written.tick,
    position: written.whole(1_000),
    dayPrices: written.rows(written.price),
    remove: written.tick,
  })
  .transform((category, context) => {
    if (!category.remove && (category.earlyPrice === null) !== (category.earlyUntil === null)) {
      const path = category.earlyPrice === null ? "earlyPrice" : "earlyUntil";
      context.addIssue({ code: "custom", path: [path], message: refused("early_incomplete") });
    }
    return category;
  });

/** An event's categories and its places altogether, all of it text as a form sends it. */
export const categoriesSchema = z.object({ places: written.whole(MOST_PLACES), categories: written.rows(row) });
export type CategoriesInput = z.output<typeof categoriesSchema>;
