import type { EventScope } from "@/lib/auth/scopes";
import { type Database, database, type Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { tagSchema } from "@/lib/registrations/tag-schema";
import type { LeftOut } from "../errors";
import { obstacle, type Standing, takesRoom } from "../rules/obstacle";
import type { BulkWish, Selection } from "../schema";
import { fromSelected } from "./selected";

export type DryRun = {
  /** How many are meant. */
  readonly meant: number;
  /** How many of them would be changed. */
  readonly changed: number;
  readonly leftOut: readonly { readonly why: LeftOut; readonly count: number }[];
  /** Stands for exactly these people: another list of people has another. */
  readonly fingerprint: string;
};

/** How many are meant by a selection, and their fingerprint. */
export async function countSelected(
  scope: EventScope,
  selection: Selection,
  db: Database | Transaction = database(),
): Promise<{ readonly meant: number; readonly fingerprint: string }> {
  const [row] = await db.$queryRaw<{ meant: number; fingerprint: string | null }[]>`
    SELECT count(*)::int AS meant, md5(string_agg(id::text, '' ORDER BY id)) AS fingerprint
      FROM (SELECT r.id ${fromSelected(scope, selection)}) selected`;
  return { meant: row?.meant ?? 0, fingerprint: row?.fingerprint ?? "" };
}

/**
 * What would become of everybody meant if it were done now: counted by standing, so that it takes as long for 100,000 people as
 * the list's own counts. Nothing is locked or written; who registers or cancels afterwards makes it another selection.
 */
export async function dryRun(scope: EventScope, selection: Selection, wish: BulkWish): Promise<DryRun> {
  const word = "word" in wish ? tagSchema.parse(wish.word).key : "";
  const [selected, groups, target] = await Promise.all([
    countSelected(scope, selection),
    database().$queryRaw<(Standing & { count: number })[]>`
      SELECT state, category, "hasTag", "hasPayer", count(*)::int AS count FROM (
        SELECT r.state::text AS state, c.key AS category,
               (SELECT b.billing IS NOT NULL FROM booking b WHERE b.id = r.booking_id) AS "hasPayer",
               ${tagged(word)} AS "hasTag" ${fromSelected(scope, selection)}) selected
      GROUP BY state, category, "hasTag", "hasPayer"`,
    "to" in wish ? targetOf(scope, wish.to) : null,
  ]);
  const leftOut = new Map<LeftOut, number>();
  let changed = 0;
  for (const { count, ...standing } of groups) {
    const why = target?.isUnknown ? "category_unknown" : obstacle(wish, standing, target?.costs ?? false);
    if (why) leftOut.set(why, (leftOut.get(why) ?? 0) + count);
    else changed += count;
  }
  const room = takesRoom(wish) ? (target?.left ?? null) : null;
  if (room !== null && changed > room) {
    leftOut.set("full", changed - room);
    changed = room;
  }
  return { ...selected, changed, leftOut: [...leftOut].map(([why, count]) => ({ why, count })) };
}

function tagged(word: string): Prisma.Sql {
  return word === ""
    ? Prisma.sql`false`
    : Prisma.sql`EXISTS (SELECT 1 FROM registration_tag rt JOIN tag t ON t.id = rt.tag_id
        WHERE rt.registration_id = r.id AND t.key = ${word})`;
}

/** Whether the category costs, and how many places it has left when those who wait for it have theirs; null: no limit. */
async function targetOf({ eventId }: EventScope, key: string) {
  const category = await database().category.findUnique({
    where: { eventId_key: { eventId, key } },
    select: {
      priceOre: true,
      dayPrices: { where: { priceOre: { gt: 0 } }, select: { dayId: true }, take: 1 },
      quota: { select: { capacity: true, used: true } },
      _count: { select: { registrations: { where: { state: "WAITLISTED" } } } },
    },
  });
  if (!category) return { isUnknown: true, costs: false, left: 0 };
  const { quota, priceOre, dayPrices, _count } = category;
  const isLimited = quota && quota.capacity !== null;
  return {
    isUnknown: false,
    costs: priceOre > 0 || dayPrices.length > 0,
    left: isLimited ? Math.max(0, (quota.capacity ?? 0) - quota.used - _count.registrations) : null,
  };
}
