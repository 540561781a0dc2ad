import type { EventScope } from "@/lib/auth/scopes";
import { Prisma } from "@/lib/platform/generated/client";
import { fromRegistrations } from "@/lib/reports/queries/list-registrations";
import { inOrder, withinScope } from "@/lib/reports/queries/registration-conditions";
import type { Selection } from "../schema";

/** SQL: FROM and WHERE of exactly the registrations `r` that are meant, of categories `c`. */
export function fromSelected(scope: EventScope, { filter, references }: Selection): Prisma.Sql {
  return references === null
    ? fromRegistrations(scope, filter)
    : Prisma.sql`FROM registration r JOIN category c ON c.id = r.category_id
        WHERE ${withinScope(scope)} AND r.reference = ANY(${references}::text[])`;
}

/** SQL: the list's order. */
export function orderOfSelected({ filter }: Selection): Prisma.Sql {
  return inOrder(filter.sort);
}
