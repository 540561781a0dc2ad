import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { newId } from "@/lib/core/ids";
import type { Transaction } from "@/lib/platform/db";
import type { MaterialContent } from "./read-material";

/** Lays a material's file beside it, in place of any it had. */
export async function storeContent(
  tx: Transaction,
  {
    eventId,
    materialId,
    content,
  }: { readonly eventId: string; readonly materialId: string; readonly content: MaterialContent },
  now: Temporal.Instant,
): Promise<void> {
  await tx.storedFile.deleteMany({ where: { materialId } });
  if (!("file" in content)) return;
  await tx.storedFile.create({
    data: { id: newId(now), eventId, materialId, ...content.file, uploadedAt: toTimestamp(now) },
    select: { id: true },
  });
}
