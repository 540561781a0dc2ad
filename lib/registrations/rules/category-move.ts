import type { RegistrationState } from "./transitions";

/** Why somebody is not moved to another category. */
export type MoveObstacle = "already" | "wrong_state" | "no_payer" | "full";

/** What decides whether somebody can be moved, apart from places. */
export type MoveFacts = {
  readonly state: RegistrationState;
  readonly isThere: boolean;
  /** Whether it has been said who pays for the person's booking. */
  readonly hasPayer: boolean;
  /** Whether the category moved to costs something. */
  readonly costs: boolean;
};

/**
 * Whether somebody with these facts can be moved to another category: those who come or wait for an answer can; whoever
 * stands in a line keeps their place in it. Nobody is moved to what costs before it is known who pays.
 */
export function moveObstacle({ state, isThere, hasPayer, costs }: MoveFacts): Exclude<MoveObstacle, "full"> | null {
  if (isThere) return "already";
  if (state !== "CONFIRMED" && state !== "PENDING_APPROVAL") return "wrong_state";
  return costs && !hasPayer ? "no_payer" : null;
}
