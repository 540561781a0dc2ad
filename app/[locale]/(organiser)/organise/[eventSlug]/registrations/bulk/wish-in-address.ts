import { BULK_ACTS, type BulkAct, type BulkWish, wishSchema } from "@/lib/bulk/schema";
import type { RawParameters } from "@/lib/reports/schema";

/** The wish in an address, whose fields carry the act's name: "tag.word". `wish` is null while it is not complete. */
export function readWish(raw: RawParameters): { readonly act: BulkAct; readonly wish: BulkWish | null } | null {
  const act = BULK_ACTS.find((one) => one === raw["do"]);
  if (!act) return null;
  const own = Object.entries(raw).filter(([name]) => name.startsWith(`${act}.`));
  const fields = Object.fromEntries(own.map(([name, value]) => [name.slice(act.length + 1), value]));
  const parsed = wishSchema.safeParse({ ...fields, do: act });
  return { act, wish: parsed.success ? parsed.data : null };
}
