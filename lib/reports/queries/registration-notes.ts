import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { fromTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { seesNotes } from "./registration-conditions";

export type OwnWords = {
  readonly tags: readonly { readonly key: string; readonly name: string }[];
  readonly notes: readonly {
    readonly id: string;
    readonly text: string;
    readonly at: Temporal.Instant;
    /** The colleague who wrote it; null when the account is gone. */
    readonly by: string | null;
  }[];
};

/** The organisation's own tags and notes about a registration that this reader has been shown; null for who may not see them. */
export async function findOwnWords(scope: EventScope, registrationId: string): Promise<OwnWords | null> {
  if (!seesNotes(scope)) return null;
  const row = await database().registration.findFirst({
    where: { id: registrationId, eventId: scope.eventId },
    select: {
      tags: { select: { tag: { select: { key: true, name: true } } }, orderBy: { tag: { key: "asc" } } },
      notes: {
        select: { id: true, text: true, authorId: true, createdAt: true },
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      },
    },
  });
  if (!row) return null;
  const authors = await database().user.findMany({
    where: { id: { in: row.notes.map(({ authorId }) => authorId) } },
    select: { id: true, name: true, email: true },
  });
  const names = new Map(authors.map(({ id, name, email }) => [id, name ?? email]));
  return {
    tags: row.tags.map(({ tag }) => tag),
    notes: row.notes.map(({ authorId, createdAt, ...note }) => ({
      ...note,
      at: fromTimestamp(createdAt),
      by: names.get(authorId) ?? null,
    })),
  };
}
