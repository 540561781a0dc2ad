import { z } from "zod";
import { tagSchema } from "@/lib/registrations/tag-schema";
import { optionalText } from "@/lib/registrations/text-fields";
import { parseFilter, type RawParameters, type RegistrationFilter } from "@/lib/reports/schema";

export const BULK_ACTS = ["approve", "reject", "cancel", "move", "tag", "untag"] as const;
export type BulkAct = (typeof BULK_ACTS)[number];

const category = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const tells = z
  .literal("yes")
  .optional()
  .catch(undefined)
  .transform((given) => given === "yes");
const tag = tagSchema.transform(({ name }) => name);

/** What is to be done with everybody who was chosen; fields of other acts are not looked at. */
export const wishSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("approve") }),
  z.object({
    do: z.literal("reject"),
    reason: optionalText(1_000).transform((text) => text?.replaceAll(/\s+/gu, " ") ?? null),
  }),
  z.object({ do: z.literal("cancel"), tells }),
  z.object({ do: z.literal("move"), to: category, tells }),
  z.object({ do: z.literal("tag"), word: tag }),
  z.object({ do: z.literal("untag"), word: tag }),
]);
export type BulkWish = z.output<typeof wishSchema>;

/** A wish as it was kept when it was confirmed. */
export const keptWishSchema = z.discriminatedUnion("do", [
  z.object({ do: z.literal("approve") }),
  z.object({ do: z.literal("reject"), reason: z.string().nullable() }),
  z.object({ do: z.literal("cancel"), tells: z.boolean() }),
  z.object({ do: z.literal("move"), to: z.string(), tells: z.boolean() }),
  z.object({ do: z.literal("tag"), word: z.string() }),
  z.object({ do: z.literal("untag"), word: z.string() }),
]) satisfies z.ZodType<BulkWish>;

/** Who is meant: everybody the list's filter lets through, or those ticked on one page of it. */
export type Selection = { readonly filter: RegistrationFilter; readonly references: readonly string[] | null };

const references = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [...new Set([given].flat())])
  .pipe(
    z
      .array(z.string().regex(/^[A-Za-z0-9-]{1,40}$/))
      .min(1)
      .max(500),
  );

/** The selection an address asks for; null when nobody was chosen. */
export function parseSelection(raw: RawParameters): Selection | null {
  const { filter } = parseFilter(raw);
  if (raw["all"] === "yes") return { filter, references: null };
  const chosen = references.safeParse(raw["person"]);
  return chosen.success ? { filter, references: chosen.data } : null;
}
