import { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { newId } from "@/lib/core/ids";
import { toDateColumn } from "@/lib/core/local-date";
import { slugOf } from "@/lib/core/slug";
import { inBoth } from "@/lib/core/written";
import {
  type FieldRefusals,
  type SavedSection,
  type Section,
  type SentSection,
  saveSection,
} from "@/lib/events/commands/save-section";
import type { EventFieldCode } from "@/lib/events/errors";
import type { Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { readCategories } from "../queries/event-categories";
import { type CategoriesInput, categoriesSchema } from "../schema";

type CategoryInput = CategoriesInput["categories"][string];

const section: Section<CategoriesInput> = {
  name: "categories",
  schema: categoriesSchema,
  read: readCategories,
  async write(tx, { eventId }, input, now): Promise<FieldRefusals | null> {
    const stored = await tx.category.findMany({
      where: { eventId },
      select: {
        ...{ id: true, key: true, position: true },
        _count: { select: { registrations: true, invitations: true, vouchers: true } },
      },
      orderBy: [{ position: "asc" }, { key: "asc" }],
    });
    const byId = new Map(stored.map((category) => [category.id, category]));
    const refusals = new Map<string, EventFieldCode>();
    const sent = Object.entries(input.categories);
    const removed = sent.filter(([key, { remove }]) => remove && byId.has(key)).map(([key]) => key);
    for (const key of removed) {
      const inTheWay = whoUses(byId.get(key)?._count);
      if (inTheWay) refusals.set(`categories.${key}.remove`, inTheWay);
    }
    const kept = sent.filter(([key, { remove, nameSv }]) => !remove && (byId.has(key) || nameSv !== ""));
    for (const [key, { nameSv }] of kept) {
      if (nameSv === "") refusals.set(`categories.${key}.nameSv`, "required");
      if (!byId.has(key) && !key.startsWith("new")) refusals.set(`categories.${key}.nameSv`, "row_gone");
    }
    if (refusals.size === 0 && removed.length === stored.length && kept.length === 0)
      refusals.set(`categories.${removed[0]}.remove`, "last_one");
    if (refusals.size > 0) return Object.fromEntries(refusals);

    await tx.category.deleteMany({ where: { eventId, id: { in: removed } } });
    const keys = new Set(stored.map(({ key }) => key));
    for (const [index, [key, category]] of inOrder(kept).entries()) {
      const id = byId.has(key) ? key : newId(now);
      const data = { ...columns(category), position: index };
      if (byId.has(key)) await tx.category.update({ where: { id }, data, select: { id: true } });
      else {
        const own = freeKey(category.nameSv, keys);
        keys.add(own);
        await tx.category.create({ data: { ...data, id, eventId, key: own }, select: { id: true } });
      }
      await writeDayPrices(tx, { eventId, categoryId: id }, category);
      await writePlaces(
        tx,
        { eventId, categoryId: id, dayId: null, sessionId: null, voucherId: null },
        category.places,
      );
    }
    const whole = { eventId, categoryId: null, dayId: null, sessionId: null, voucherId: null };
    await writePlaces(tx, whole, input.places);
    return null;
  },
};

/** What keeps a category from being removed: whoever is or was registered in it, is invited to it or holds its code. */
function whoUses(uses: { registrations: number; invitations: number; vouchers: number } | undefined) {
  if (!uses) return null;
  if (uses.registrations > 0) return "used_by_people";
  if (uses.invitations > 0) return "used_by_invitations";
  return uses.vouchers > 0 ? "used_by_codes" : null;
}

/** By the number that was written, then as sent; without a number last. */
function inOrder(rows: readonly (readonly [string, CategoryInput])[]) {
  return rows.toSorted(
    ([, one], [, other]) =>
      (one.position ?? Number.POSITIVE_INFINITY) - (other.position ?? Number.POSITIVE_INFINITY) || 0,
  );
}

/** The key that the API calls the category by, from its name; it stays when the name changes. */
function freeKey(name: string, taken: ReadonlySet<string>): string {
  const base = slugOf(name) || "kategori";
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!taken.has(key)) return key;
  }
}

function columns(category: CategoryInput) {
  return {
    name: inBoth(category.nameSv, category.nameEn) ?? { sv: "", en: "" },
    description: inBoth(category.descriptionSv, category.descriptionEn) ?? Prisma.DbNull,
    priceOre: category.price ?? 0,
    vatPerMille: Number(category.vat),
    earlyPriceOre: category.earlyPrice,
    earlyUntil: category.earlyUntil && toDateColumn(Temporal.PlainDate.from(category.earlyUntil)),
    hidden: category.hidden,
    approval: category.approval,
  };
}

/** A day that was not sent keeps its price; blank is none, so that the day is not sold by itself. */
async function writeDayPrices(
  tx: Transaction,
  { eventId, categoryId }: { readonly eventId: string; readonly categoryId: string },
  { dayPrices }: CategoryInput,
): Promise<void> {
  const days = await tx.eventDay.findMany({ where: { eventId }, select: { id: true } });
  for (const { id: dayId } of days) {
    const priceOre = dayPrices[dayId];
    if (priceOre === undefined) continue;
    const one = { categoryId_dayId: { categoryId, dayId } };
    if (priceOre === null) await tx.categoryDayPrice.deleteMany({ where: { categoryId, dayId } });
    else
      await tx.categoryDayPrice.upsert({
        where: one,
        create: { categoryId, dayId, eventId, priceOre },
        update: { priceOre },
        select: { dayId: true },
      });
  }
}

type Level = {
  readonly eventId: string;
  readonly categoryId: string | null;
  readonly dayId: null;
  readonly sessionId: null;
  readonly voucherId: null;
};

/** Fewer places than are taken are allowed: nobody loses theirs. A level that gets its first limit counts who is there. */
async function writePlaces(tx: Transaction, level: Level, capacity: number | null): Promise<void> {
  const { count } = await tx.quota.updateMany({ where: level, data: { capacity } });
  if (count === 0 && capacity !== null) await tx.quota.create({ data: { ...level, capacity }, select: { id: true } });
}

/**
 * Saves an event's categories, their prices and places, and the places of the whole event. A category that somebody is in, was
 * invited to or holds a code for is not removed. Whoever raises places offers them to the line afterwards.
 */
export function saveCategories(scope: EventScope, sent: SentSection, now: Temporal.Instant): Promise<SavedSection> {
  return saveSection(section, scope, sent, now);
}
