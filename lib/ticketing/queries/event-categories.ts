import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn } from "@/lib/core/local-date";
import { localised, localisedOrNull } from "@/lib/core/localised";
import { ownEnglish, writtenPrice } from "@/lib/core/written";
import { sectionMark } from "@/lib/events/rules/section";
import { database, type Transaction } from "@/lib/platform/db";

const quota = { select: { capacity: true, used: true } } as const;

async function categoriesOf(eventId: string, db: Transaction) {
  return db.event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      quotas: { where: { categoryId: null, dayId: null, sessionId: null, voucherId: null }, ...quota },
      days: { select: { id: true, date: true }, orderBy: { date: "asc" } },
      categories: {
        select: {
          ...{ id: true, key: true, name: true, description: true, priceOre: true, vatPerMille: true, position: true },
          ...{ earlyPriceOre: true, earlyUntil: true, hidden: true, approval: true, quota },
          dayPrices: { select: { dayId: true, priceOre: true } },
        },
        orderBy: [{ position: "asc" }, { key: "asc" }],
      },
    },
  });
}

type Row = Awaited<ReturnType<typeof categoriesOf>>;

function fieldsOf({ quotas, days, categories }: Row): Record<string, string> {
  const rows = categories.flatMap(({ id, ...row }, index) => {
    const name = localised(row.name);
    const description = localisedOrNull(row.description);
    const fields = {
      ...{ nameSv: name.sv, nameEn: ownEnglish(name) },
      ...{ descriptionSv: description?.sv ?? "", descriptionEn: ownEnglish(description) },
      ...{ price: writtenPrice(row.priceOre), vat: String(row.vatPerMille) },
      ...{ earlyPrice: writtenPrice(row.earlyPriceOre) },
      earlyUntil: row.earlyUntil ? fromDateColumn(row.earlyUntil).toString() : "",
      places: String(row.quota?.capacity ?? ""),
      ...{ hidden: row.hidden ? "on" : "", approval: row.approval ? "on" : "", position: String(index + 1) },
    };
    const perDay = days.map((day) => {
      const price = row.dayPrices.find(({ dayId }) => dayId === day.id);
      return [`categories.${id}.dayPrices.${day.id}`, price ? writtenPrice(price.priceOre) : ""] as const;
    });
    return [
      ...Object.entries(fields).map(([field, value]) => [`categories.${id}.${field}`, value] as const),
      ...(days.length > 1 ? perDay : []),
    ];
  });
  return { places: String(quotas[0]?.capacity ?? ""), ...Object.fromEntries(rows) };
}

/** The categories of an event and its places as the fields of their form. */
export async function readCategories(eventId: string, db: Transaction = database()): Promise<Record<string, string>> {
  return fieldsOf(await categoriesOf(eventId, db));
}

/** The categories with their mark, what is taken of each, and the days that may have prices of their own. */
export async function getEventCategories({ eventId }: EventScope) {
  const row = await categoriesOf(eventId, database());
  const fields = fieldsOf(row);
  const taken = (one: { capacity: number | null; used: number } | null | undefined) => ({
    used: one?.used ?? 0,
    capacity: one?.capacity ?? null,
  });
  return {
    fields,
    mark: sectionMark(fields),
    event: taken(row.quotas[0]),
    days: row.days.map(({ id, date }) => ({ id, date: fromDateColumn(date) })),
    categories: row.categories.map(({ id, name, quota: own }) => ({ id, name: localised(name), ...taken(own) })),
  };
}
