import type { EventScope } from "@/lib/auth/scopes";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localised } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";

/** A code as its organiser sees it. */
export type ListedVoucher = {
  readonly code: string;
  readonly category: Localised | null;
  readonly offPerMille: number | null;
  readonly offOre: number | null;
  /** ISO date. */
  readonly validThrough: string | null;
  readonly note: string | null;
  readonly used: number;
  readonly capacity: number | null;
};

/** The event's title, its categories to choose from and its codes in alphabetical order, each with how often it is used. */
export async function listVouchers({ eventId }: EventScope) {
  const event = await database().event.findUniqueOrThrow({
    where: { id: eventId },
    select: {
      title: true,
      timeZone: true,
      categories: {
        select: { key: true, name: true, hidden: true },
        orderBy: [{ position: "asc" }, { key: "asc" }],
      },
      vouchers: {
        select: {
          code: true,
          offPerMille: true,
          offOre: true,
          validThrough: true,
          note: true,
          category: { select: { name: true } },
          quota: { select: { used: true, capacity: true } },
        },
        orderBy: { code: "asc" },
      },
    },
  });
  return {
    title: localised(event.title),
    timeZone: event.timeZone,
    categories: event.categories.map(({ name, ...category }) => ({ ...category, name: localised(name) })),
    vouchers: event.vouchers.map(
      ({ category, quota, validThrough, ...voucher }): ListedVoucher => ({
        ...voucher,
        category: category && localised(category.name),
        validThrough: validThrough && fromDateColumn(validThrough).toString(),
        used: quota?.used ?? 0,
        capacity: quota?.capacity ?? null,
      }),
    ),
  };
}
