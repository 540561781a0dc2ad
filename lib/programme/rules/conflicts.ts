import { Temporal } from "temporal-polyfill";
import type { SessionKind } from "../schema";

/** A session as far as it can be in the way of others. */
export type PlacedSession = {
  readonly id: string;
  readonly kind: SessionKind;
  readonly startsAt: Temporal.Instant;
  readonly endsAt: Temporal.Instant;
  readonly day: { readonly opensAt: Temporal.Instant; readonly closesAt: Temporal.Instant } | null;
  readonly room: { readonly id: string; readonly seats: number | null } | null;
  readonly trackId: string | null;
  readonly signUp: boolean;
  /** How many may come; null where nobody counts. */
  readonly places: number | null;
  readonly speakerIds: readonly string[];
  readonly isCancelled: boolean;
};

/** What is wrong between two sessions, or with one. The earlier session comes first. */
export type Conflict =
  | { readonly kind: "room"; readonly sessions: readonly [string, string] }
  | { readonly kind: "speaker"; readonly sessions: readonly [string, string]; readonly speakerId: string }
  | { readonly kind: "common"; readonly sessions: readonly [string, string] }
  | { readonly kind: "outside_hours"; readonly sessions: readonly [string] }
  | { readonly kind: "room_too_small"; readonly sessions: readonly [string]; readonly seats: number };

/**
 * All that does not go together in a programme, by time. Conflicts warn and forbid nothing: a programme is made in steps.
 * Sessions that only meet (one ends as the other starts) are not in each other's way; cancelled ones are in nobody's.
 */
export function findConflicts(sessions: readonly PlacedSession[]): Conflict[] {
  const held = sessions
    .filter(({ isCancelled }) => !isCancelled)
    .toSorted((a, b) => Temporal.Instant.compare(a.startsAt, b.startsAt) || (a.id < b.id ? -1 : 1));
  return held.flatMap((session, index) => {
    const others = held.slice(index + 1);
    const meanwhile = others.filter(({ startsAt }) => Temporal.Instant.compare(startsAt, session.endsAt) < 0);
    return [...alone(session), ...meanwhile.flatMap((other) => between(session, other))];
  });
}

function alone(session: PlacedSession): Conflict[] {
  const { id, day, room, places } = session;
  const found: Conflict[] = [];
  if (day && !isWithin(session, day)) found.push({ kind: "outside_hours", sessions: [id] });
  const seats = room?.seats ?? null;
  if (seats !== null && places !== null && places > seats)
    found.push({ kind: "room_too_small", sessions: [id], seats });
  return found;
}

/** A mingle is meant to come after the day's hours. */
function isWithin({ kind, startsAt, endsAt }: PlacedSession, day: NonNullable<PlacedSession["day"]>): boolean {
  if (kind === "MINGLE") return true;
  const { compare } = Temporal.Instant;
  return compare(startsAt, day.opensAt) >= 0 && compare(endsAt, day.closesAt) <= 0;
}

function between(a: PlacedSession, b: PlacedSession): Conflict[] {
  const sessions = [a.id, b.id] as const;
  const found: Conflict[] = a.speakerIds
    .filter((speakerId) => b.speakerIds.includes(speakerId))
    .map((speakerId) => ({ kind: "speaker", sessions, speakerId }));
  if (a.room && a.room.id === b.room?.id) return [{ kind: "room", sessions }, ...found];
  return isCommon(a, b) ? [{ kind: "common", sessions }, ...found] : found;
}

/** Whether one of them is for everybody, who then cannot be at the other. An exhibition stands open all the while. */
function isCommon(a: PlacedSession, b: PlacedSession): boolean {
  if (a.kind === "EXHIBITION" || b.kind === "EXHIBITION") return false;
  return isForEverybody(a) || isForEverybody(b);
}

function isForEverybody({ trackId, signUp }: PlacedSession): boolean {
  return trackId === null && !signUp;
}
