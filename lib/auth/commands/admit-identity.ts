import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { toTimestamp } from "@/lib/core/clock";
import { parseEmailAddress } from "@/lib/core/email-address";
import type { Locale } from "@/lib/core/localised";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import { findUserByIdentity } from "../queries/user";
import { admitUser } from "./admit-user";

/** What a provider says of somebody (OpenID Connect Core 1.0, 5.1). Some write `email_verified` as text. */
const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  email: z.string().max(1_000).optional(),
  email_verified: z.union([z.boolean(), z.stringbool()]).optional(),
  name: z.string().max(500).optional(),
});

/** Why a provider's word is not enough: the address is not verified there, or belongs to nobody who may come in. */
export type IdentityRefusal = "identity_unverified" | "identity_unknown";

/**
 * Decides who it is that a provider sends. Whom it has sent before is the same user still; anybody else is known by their
 * mail address, if the provider has verified it, and is from then on known by the provider's own name for them. A user whom
 * the provider knows under another name already stays closed: the address has a new holder.
 */
export async function admitIdentity(
  from: { readonly issuer: string; readonly claims: unknown; readonly locale: Locale },
  now: Temporal.Instant,
): Promise<Result<{ userId: string }, IdentityRefusal>> {
  const parsed = claimsSchema.safeParse(from.claims);
  if (!parsed.success) return fail("identity_unverified");
  const { sub: subject, email, email_verified: verified, name = null } = parsed.data;
  const { issuer, locale } = from;
  const known = await findUserByIdentity({ issuer, subject });
  if (known) return ok({ userId: known.id });
  const address = parseEmailAddress(email ?? "");
  if (!address || verified !== true) return fail("identity_unverified");
  const user = await admitUser({ email: address.normalised, name, locale }, now);
  if (!user) return fail("identity_unknown");
  const others = { issuer, userId: user.id, subject: { not: subject } };
  if ((await database().signInIdentity.count({ where: others })) > 0) return fail("identity_unknown");
  await database().signInIdentity.createMany({
    data: { issuer, subject, userId: user.id, createdAt: toTimestamp(now) },
    skipDuplicates: true,
  });
  const linked = await findUserByIdentity({ issuer, subject });
  return linked?.id === user.id ? ok({ userId: user.id }) : fail("identity_unknown");
}
