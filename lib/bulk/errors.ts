import type { TagFailure } from "@/lib/registrations/commands/tag-registration";
import type { MoveObstacle } from "@/lib/registrations/rules/category-move";

/** Why nothing of a bulk change was begun. `selection_changed`: others are meant by now than were shown. */
export type ConfirmFailure = "selection_changed" | "nobody_to_change" | "bulk_forbidden";

/** Why one person was left out. `failed`: something unexpected, which the log tells of. */
export type LeftOut = MoveObstacle | TagFailure | "category_unknown" | "gone" | "failed";
export type PersonOutcome = "done" | LeftOut;
