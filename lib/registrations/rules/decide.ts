import type { FullAt, Levels, QuotaRow } from "./capacity";
import { type InLine, roomBeyondLine } from "./line";
import { roomOf } from "./room";
import type { RegistrationState } from "./transitions";

/** Somebody who asks for a place, as far as the decision needs to know. */
export type Candidate = {
  readonly levels: Levels;
  readonly emailNormalised: string;
  /** A place that is held for somebody yet to be named; its address is not counted against anybody. */
  readonly held: boolean;
  /** The category waits for the organiser's yes. */
  readonly approval: boolean;
  /** The event lets those who find it full wait. */
  readonly waitingList: boolean;
  /** The organiser lets this person in before those who wait, where there is a place. */
  readonly passesLine?: boolean;
};

export type Verdict =
  | { readonly kind: "admitted"; readonly state: RegistrationState }
  /** The address has a living registration. `state` is what a newcomer would have got, so that the answer tells nothing. */
  | { readonly kind: "exists"; readonly state: RegistrationState }
  | { readonly kind: "full"; readonly at: FullAt };

/** What holds under lock when several people are decided on together. */
export type Ground = {
  readonly quotas: readonly QuotaRow[];
  /** Everybody who waits at the events concerned, in the order of the line. */
  readonly line: readonly InLine[];
  /** How many registered people wait for a place in a session, by its id. */
  readonly sessionLines: ReadonlyMap<string, number>;
  /** "eventId address" of the living registrations at the candidates' addresses. */
  readonly living: ReadonlySet<string>;
};

/** How `living` names an address at an event. */
export function addressAt(eventId: string, emailNormalised: string): string {
  return `${eventId} ${emailNormalised}`;
}

/**
 * Decides on people in the order in which they asked. A newcomer gets a place only where there is one left over when
 * everybody in line has been given theirs: nobody jumps the line by registering as new. Room is looked for as for a new
 * person also when the address is known, and an address that asks twice takes one place only.
 */
export function decide(candidates: readonly Candidate[], ground: Ground): readonly Verdict[] {
  const { quotas, line, living } = ground;
  const room = roomOf(quotas);
  const beyondLine = roomBeyondLine(quotas, line, ground.sessionLines);
  const known = new Set(living);
  return candidates.map((candidate) => {
    const full = room.fullFor(candidate.levels);
    const verdict = asNewcomer(candidate, candidate.passesLine ? full : (full ?? beyondLine.fullFor(candidate.levels)));
    if (verdict.kind === "full") return verdict;
    const address = addressAt(candidate.levels.eventId, candidate.emailNormalised);
    if (!candidate.held) {
      if (known.has(address)) return { kind: "exists", state: verdict.state };
      known.add(address);
    }
    if (verdict.state !== "WAITLISTED") {
      room.take(candidate.levels);
      beyondLine.take(candidate.levels);
    }
    return verdict;
  });
}

function asNewcomer(candidate: Candidate, full: FullAt | null): Exclude<Verdict, { kind: "exists" }> {
  if (!full) return { kind: "admitted", state: stateWithPlace(candidate) };
  // A spent code is no reason to wait; a full session is no reason to be kept from the event, and has a line of its own for
  // those who come; nobody waits for an unnamed person.
  const mayWait = candidate.waitingList && full.level !== "voucher" && full.level !== "session" && !candidate.held;
  return mayWait ? { kind: "admitted", state: "WAITLISTED" } : { kind: "full", at: full };
}

function stateWithPlace({ held, approval }: Candidate): RegistrationState {
  if (held) return "HELD";
  return approval ? "PENDING_APPROVAL" : "CONFIRMED";
}
