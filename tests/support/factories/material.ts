import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { hashToken, newId } from "@/lib/core/ids";
import type { Database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { bytesOf } from "../sample-files";
import { nextNumber } from "./sequence";

/** A text file that an event hands out, agreed to, public since long ago once it is published. */
export async function createMaterial(
  db: Database,
  eventId: string,
  overrides: Partial<Prisma.MaterialUncheckedCreateInput>,
  now: Temporal.Instant,
) {
  const n = nextNumber();
  const uploadedAt = toTimestamp(now);
  const content = Uint8Array.from(bytesOf(`Material ${n}`));
  const title = { sv: `Material ${n}`, en: `Material ${n}` };
  const material = await db.material.create({
    data: { id: newId(now), eventId, title, uploadedAt, consent: true, publicOn: new Date("2020-01-01"), ...overrides },
  });
  await db.storedFile.create({
    data: {
      ...{ id: newId(now), eventId, materialId: material.id, name: `material-${n}.txt`, mediaType: "text/plain" },
      ...{ digest: hashToken(`material ${n}`), content, size: content.length, uploadedAt },
    },
  });
  return material;
}
