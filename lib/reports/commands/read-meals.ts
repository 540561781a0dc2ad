import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canSeeNeeds } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import { countMeals, type MealCount } from "../queries/meal-counts";

/**
 * The caterer's counts, on the page or as a file. What people wrote about diet is read, so it takes the right to needs and is
 * written down: as a reading of counts, with no person as its subject.
 */
export async function readMeals(
  scope: EventScope,
  as: "page" | "file",
  now: Temporal.Instant,
): Promise<Result<readonly MealCount[], "needs_forbidden">> {
  if (!canSeeNeeds(scope.role) || scope.reach.kind !== "whole-event") return fail("needs_forbidden");
  const meals = await countMeals(scope);
  const { organisationId, eventId, userId } = scope;
  const actor = { kind: "USER", id: userId } as const;
  const action = as === "file" ? "meals.exported" : "meals.counted";
  const detail = { meals: meals.length, people: meals.reduce((sum, { confirmed }) => sum + confirmed, 0) };
  await database().$transaction((tx) => recordAudit(tx, { organisationId, eventId, actor, action, detail }, now));
  return ok(meals);
}
