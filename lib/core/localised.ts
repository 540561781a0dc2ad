import { z } from "zod";

/** The languages of the product; Swedish first. */
export const LOCALES = ["sv", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** Text in both languages, as stored in jsonb. */
export const localisedSchema = z.object({ sv: z.string(), en: z.string() });
export type Localised = z.infer<typeof localisedSchema>;

/** Reads a required localised column. Throws when the column breaks the database's own check. */
export function localised(column: unknown): Localised {
  return localisedSchema.parse(column);
}

/** Reads an optional localised column. */
export function localisedOrNull(column: unknown): Localised | null {
  return column === null || column === undefined ? null : localised(column);
}
