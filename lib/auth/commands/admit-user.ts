import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { database } from "@/lib/platform/db";
import { isExpected } from "../queries/newcomer";

export type Admitted = { readonly id: string; readonly email: string };

/**
 * The user who has proven to read an address: the one there is, unless disabled, or a new one for a newcomer who is expected.
 * Null for anybody else. Two proofs at the same moment make one user.
 */
export async function admitUser(
  { email, name, locale }: { readonly email: string; readonly name: string | null; readonly locale: Locale },
  now: Temporal.Instant,
): Promise<Admitted | null> {
  const find = () =>
    database().user.findUnique({ where: { email }, select: { id: true, email: true, disabledAt: true } });
  let user = await find();
  if (!user && (await isExpected(email, now))) {
    const data = { email, name, locale, createdAt: toTimestamp(now) };
    await database().user.createMany({ data, skipDuplicates: true });
    user = await find();
  }
  return user && user.disabledAt === null ? { id: user.id, email: user.email } : null;
}
