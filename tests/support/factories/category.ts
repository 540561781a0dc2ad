import type { Database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { nextNumber } from "./sequence";

/** A further category of an event; with a `capacity` it has a quota of its own. */
export function createCategory(
  db: Database,
  eventId: string,
  wishes: Partial<Prisma.CategoryUncheckedCreateInput> & { readonly capacity?: number } = {},
) {
  const { capacity, ...overrides } = wishes;
  const n = nextNumber();
  return db.category.create({
    data: {
      eventId,
      key: `kategori-${n}`,
      name: { sv: `Kategori ${n}`, en: `Category ${n}` },
      ...(capacity === undefined ? {} : { quota: { create: { capacity, event: { connect: { id: eventId } } } } }),
      ...overrides,
    },
    include: { quota: true },
  });
}
