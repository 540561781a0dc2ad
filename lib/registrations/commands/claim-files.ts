import type { Transaction } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";

/** A file, and the registration or booking it is to belong to. */
export type FileClaim = {
  readonly id: string;
  readonly registrationId: string | null;
  readonly bookingId: string | null;
};

/** Which of these files nobody has claimed; locks them, in id order, against whoever would in the same moment. */
export async function lockFreeFiles(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM stored_file
     WHERE id = ANY(${ids}::uuid[]) AND registration_id IS NULL AND booking_id IS NULL AND material_id IS NULL ORDER BY id FOR UPDATE`;
  return new Set(rows.map(({ id }) => id));
}

/** Claims files that `lockFreeFiles` has locked. Throws when one was not free after all. */
export async function claimFiles(tx: Transaction, claims: readonly FileClaim[]): Promise<void> {
  if (claims.length === 0) return;
  const claimed = await tx.$executeRaw`
    UPDATE stored_file f SET registration_id = c.registration_id, booking_id = c.booking_id
      FROM unnest(${claims.map(({ id }) => id)}::uuid[], ${claims.map((one) => one.registrationId)}::uuid[],
                  ${claims.map((one) => one.bookingId)}::uuid[]) AS c(id, registration_id, booking_id)
     WHERE f.id = c.id AND f.registration_id IS NULL AND f.booking_id IS NULL AND f.material_id IS NULL`;
  if (claimed !== claims.length) throw new Error("a file was claimed that was not free");
}

/**
 * Makes a registration's or a booking's new files its own; those it has already stay. False when one is not free: somebody
 * else's, or gone.
 */
export async function claimNewFiles(
  tx: Transaction,
  ids: readonly string[],
  owner: { readonly registrationId: string } | { readonly bookingId: string },
): Promise<boolean> {
  if (ids.length === 0) return true;
  const own = await tx.storedFile.findMany({ where: { ...owner, id: { in: [...ids] } }, select: { id: true } });
  const fresh = ids.filter((id) => !own.some((one) => one.id === id));
  const free = await lockFreeFiles(tx, fresh);
  if (!fresh.every((id) => free.has(id))) return false;
  const nobody = { registrationId: null, bookingId: null };
  await claimFiles(
    tx,
    fresh.map((id) => ({ id, ...nobody, ...owner })),
  );
  return true;
}

/**
 * Deletes the files that no answer of their registration or booking names any more: replaced, removed, or erased with the
 * answers. What an open change request asks for counts as an answer.
 */
export async function dropUnnamedFiles(
  tx: Transaction,
  owner: { readonly registrationId: string } | { readonly bookingId: string },
): Promise<void> {
  const named =
    "registrationId" in owner
      ? Prisma.sql`
          f.registration_id = ${owner.registrationId}::uuid AND NOT EXISTS (
            SELECT 1 FROM (
              SELECT r.answers FROM registration r WHERE r.id = f.registration_id
              UNION ALL SELECT n.answers FROM sensitive_needs n WHERE n.registration_id = f.registration_id
              UNION ALL SELECT c.wanted -> 'answers' FROM change_request c
                         WHERE c.registration_id = f.registration_id AND c.state = 'OPEN'
            ) kept WHERE starts_with(kept.answers ->> f.question_key, f.id::text || '/'))`
      : Prisma.sql`
          f.booking_id = ${owner.bookingId}::uuid AND NOT EXISTS (
            SELECT 1 FROM booking b WHERE b.id = f.booking_id AND starts_with(b.answers ->> f.question_key, f.id::text || '/'))`;
  await tx.$executeRaw`DELETE FROM stored_file f WHERE ${named}`;
}
