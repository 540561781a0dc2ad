import { Temporal } from "temporal-polyfill";
import { localDate } from "@/lib/core/local-date";
import { database } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { KINDS } from "../rules/kinds";
import type { Occasion } from "./occasion";
import { LEFT_OUT, type LeftOut, recipients } from "./recipients";

/** How many of a group get a reminder, and how many do not, by reason. */
export type AudienceCounts = { readonly count: number; readonly leftOut: Readonly<Record<LeftOut, number>> };

/** One person of a group; `leftOut` is why they get nothing, or null. */
export type Addressee = {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly reference: string | null;
  readonly invitationId: string | null;
  readonly leftOut: LeftOut | null;
};
export const AUDIENCE_PAGE = 50;

/** A group in numbers, as it would be reminded now. */
async function countAudience(occasion: Occasion): Promise<AudienceCounts> {
  const rows = await database().$queryRaw<{ why: LeftOut | null; n: number }[]>`
    SELECT left_out AS why, count(*)::int AS n FROM (${recipients(occasion)}) r GROUP BY 1`;
  const of = (why: LeftOut | null) => rows.find((row) => row.why === why)?.n ?? 0;
  return {
    count: of(null),
    leftOut: Object.fromEntries(LEFT_OUT.map((why) => [why, of(why)])) as Record<LeftOut, number>,
  };
}

/** Exactly who would get a reminder, or who would not and why, by name, a page at a time; a page beyond the last is the last. */
export async function listAudience(
  occasion: Occasion,
  { shown, page }: { readonly shown: "recipients" | "left-out"; readonly page: number },
): Promise<{
  readonly counts: AudienceCounts;
  readonly people: readonly Addressee[];
  readonly page: number;
  readonly pages: number;
}> {
  const counts = await countAudience(occasion);
  const total = shown === "recipients" ? counts.count : Object.values(counts.leftOut).reduce((sum, n) => sum + n, 0);
  const pages = Math.max(1, Math.ceil(total / AUDIENCE_PAGE));
  const at = Math.min(page, pages);
  const part = shown === "recipients" ? Prisma.sql`left_out IS NULL` : Prisma.sql`left_out IS NOT NULL`;
  const people = await database().$queryRaw<Addressee[]>`
    SELECT subject, name, email, reference, invitation_id AS "invitationId", left_out AS "leftOut" FROM (${recipients(occasion)}) r
     WHERE ${part} ORDER BY name COLLATE "sv-x-icu", subject LIMIT ${AUDIENCE_PAGE} OFFSET ${(at - 1) * AUDIENCE_PAGE}`;
  return { counts, people, page: at, pages };
}

/** How many would get each of several reminders that are ahead. Those to the same group are counted once. */
export async function countOccasions(occasions: readonly Occasion[]): Promise<ReadonlyMap<Occasion, number>> {
  const counted = new Map<string, Promise<AudienceCounts>>();
  const answers = occasions.map(async (occasion) => {
    const { event, scheduledAt, ...group } = occasion;
    const key = JSON.stringify({ ...group, day: dayThatMatters(occasion) });
    const count = counted.get(key) ?? countAudience(occasion);
    counted.set(key, count);
    return [occasion, (await count).count] as const;
  });
  return new Map(await Promise.all(answers));
}

/** The day, where the group may be another one on another day: when names or answers are no longer taken from everybody. */
function dayThatMatters({ kind, event, scheduledAt }: Occasion): string | null {
  if (KINDS[kind].until === "event" || KINDS[kind].until === "after-event") return null;
  const day = localDate(scheduledAt, event.timeZone);
  const isOpen =
    KINDS[kind].until === "registration" &&
    Temporal.PlainDate.compare(day, event.lastRegistrationDay) <= 0 &&
    (!event.registrationOpensOn || Temporal.PlainDate.compare(day, event.registrationOpensOn) >= 0);
  return isOpen ? null : day.toString();
}
