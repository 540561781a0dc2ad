import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import { findMailPreferences } from "../queries/mail-preferences";
import { MAIL_CLASSES, type MailClass } from "../schema";

/** What is asked for: no more of the kind that the link came in (RFC 8058), or exactly these kinds from now on. */
export type Wish = "no-more" | { readonly wanted: readonly string[] };

/**
 * Keeps to what the recipient of a mail says they want of that organisation's mail. Only kinds that can be declined are; what tells
 * of something they have done goes on. Asking for the same again changes nothing.
 */
export async function declineMail(
  token: string,
  wish: Wish,
  now: Temporal.Instant,
): Promise<Ok<undefined> | Failure<"link_invalid">> {
  const found = await findMailPreferences(token);
  if (!found) return fail("link_invalid");
  const { organisationId, address, kind } = found;
  const declined =
    wish === "no-more"
      ? [...new Set<MailClass>([...found.declined, ...(kind ? [kind] : [])])]
      : MAIL_CLASSES.filter((each) => !wish.wanted.includes(each));
  await inTransaction(async (tx) => {
    const own = { organisationId, address, source: "UNSUBSCRIBE" } as const;
    await tx.suppressedAddress.deleteMany({ where: { ...own, scope: { notIn: [...declined] } } });
    await tx.suppressedAddress.createMany({
      data: declined.map((scope) => ({ ...own, scope, reason: "", since: toTimestamp(now) })),
      skipDuplicates: true,
    });
  });
  return ok(undefined);
}
