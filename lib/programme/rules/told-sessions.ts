import { z } from "zod";
import { type Localised, localisedSchema } from "@/lib/core/localised";

/** One of a speaker's sessions as far as it concerns them; times are ISO instants. */
const toldSchema = z.object({
  title: localisedSchema,
  startsAt: z.string(),
  endsAt: z.string(),
  room: z.string().nullable(),
  venue: z.string().nullable(),
  with: z.array(z.string()),
  isCancelled: z.boolean(),
});
export type ToldSession = z.infer<typeof toldSchema>;

/** What a speaker has been told, by session. */
const toldSessionsSchema = z.record(z.string(), toldSchema);
export type ToldSessions = Readonly<Record<string, ToldSession>>;

/** What can become of a session. */
export type SessionChange = "added" | "removed" | "cancelled" | "reinstated" | "time" | "place" | "people";

/** A session that is no longer as was told, with both; `before` is null for a new one, `after` for one that is no longer theirs. */
export type ChangedSession = {
  readonly id: string;
  readonly title: Localised;
  readonly changes: readonly SessionChange[];
  readonly before: ToldSession | null;
  readonly after: ToldSession | null;
};

/** Reads what was stored. */
export function readTold(stored: unknown): ToldSessions {
  return toldSessionsSchema.parse(stored);
}

/** What concerns a speaker and is not what they were told, in the order of time. Another title or abstract is their own doing. */
export function changedSessions(before: ToldSessions, after: ToldSessions): ChangedSession[] {
  const ids = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return ids
    .flatMap((id) => {
      const [was, is] = [before[id] ?? null, after[id] ?? null];
      const title = (is ?? was)?.title;
      const changes = changesOf(was, is);
      return title && changes.length > 0 ? [{ id, title, changes, before: was, after: is }] : [];
    })
    .toSorted((a, b) => startOf(a).localeCompare(startOf(b)) || a.id.localeCompare(b.id));
}

function changesOf(was: ToldSession | null, is: ToldSession | null): SessionChange[] {
  // One that was never told of as alive needs no word when it is gone.
  if (!was) return is && !is.isCancelled ? ["added"] : [];
  if (!is) return was.isCancelled ? [] : ["removed"];
  if (is.isCancelled) return was.isCancelled ? [] : ["cancelled"];
  return [
    ...(was.isCancelled ? (["reinstated"] as const) : []),
    ...(was.startsAt !== is.startsAt || was.endsAt !== is.endsAt ? (["time"] as const) : []),
    ...(was.room !== is.room || was.venue !== is.venue ? (["place"] as const) : []),
    ...(was.with.toSorted().join("\n") !== is.with.toSorted().join("\n") ? (["people"] as const) : []),
  ];
}

function startOf({ before, after }: ChangedSession): string {
  return (after ?? before)?.startsAt ?? "";
}
