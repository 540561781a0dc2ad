import { moveObstacle } from "@/lib/registrations/rules/category-move";
import { nextState, type RegistrationState } from "@/lib/registrations/rules/transitions";
import type { LeftOut } from "../errors";
import type { BulkWish } from "../schema";

/** What decides what becomes of somebody, places apart: many people have the same standing. */
export type Standing = {
  readonly state: RegistrationState;
  readonly category: string;
  readonly hasTag: boolean;
  readonly hasPayer: boolean;
};

/** Why somebody with this standing would be left out, or null when they would be changed. `costs`: the category moved to does. */
export function obstacle(wish: BulkWish, standing: Standing, costs: boolean): LeftOut | null {
  switch (wish.do) {
    case "approve":
    case "reject":
    case "cancel":
      return nextState(standing.state, wish.do) === null ? "wrong_state" : null;
    case "move": {
      const { state, hasPayer } = standing;
      return moveObstacle({ state, hasPayer, isThere: standing.category === wish.to, costs });
    }
    case "tag":
      return standing.hasTag ? "already" : null;
    case "untag":
      return standing.hasTag ? null : "already";
  }
}

/** Whether the standing's people need a new place each to be changed so. */
export function takesRoom(wish: BulkWish): boolean {
  return wish.do === "move";
}
