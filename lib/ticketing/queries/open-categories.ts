import { type Localised, localised, localisedOrNull } from "@/lib/core/localised";
import { type Money, withVat } from "@/lib/core/money";
import { type PlacesLeft, placesLeft } from "@/lib/events/rules/places-left";
import { database } from "@/lib/platform/db";

/** A category as visitors see it. */
export type OpenCategory = {
  readonly id: string;
  readonly key: string;
  readonly name: Localised;
  readonly description: Localised | null;
  /** VAT excluded. */
  readonly price: Money;
  readonly priceWithVat: Money;
  /** 250 is 25 %. */
  readonly vatPerMille: number;
  readonly places: PlacesLeft;
};

/** The categories of an event that visitors may pick by themselves, in the organiser's order. */
export async function listOpenCategories(event: {
  readonly id: string;
  readonly availability: "EXACT" | "FEW" | "HIDDEN";
}): Promise<readonly OpenCategory[]> {
  const rows = await database().category.findMany({
    where: { eventId: event.id, hidden: false },
    select: {
      id: true,
      key: true,
      name: true,
      description: true,
      priceOre: true,
      currency: true,
      vatPerMille: true,
      quota: { select: { capacity: true, used: true } },
    },
    orderBy: [{ position: "asc" }, { key: "asc" }],
  });
  return rows.map(({ priceOre, currency, quota, ...row }) => {
    const price = { minor: priceOre, currency };
    return {
      ...row,
      name: localised(row.name),
      description: localisedOrNull(row.description),
      price,
      priceWithVat: withVat(price, row.vatPerMille),
      places: placesLeft(quota, event.availability),
    };
  });
}
