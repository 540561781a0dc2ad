import { canSeeProtected } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { searchPatterns } from "@/lib/core/search-patterns";
import { Prisma } from "@/lib/platform/generated/client";
import { type InvitationFilter, NONE } from "../invitation-schema";

/** SQL: the status of an invitation `i` as the board names it. */
export const STATUS = Prisma.sql`CASE WHEN i.withdrawn_at IS NOT NULL THEN 'WITHDRAWN'
  WHEN i.state = 'SENT' AND i.sent_at IS NULL THEN 'UNSENT' ELSE i.state::text END`;

/** SQL: an invitation `i` that was sent and not answered. */
export const UNANSWERED = Prisma.sql`(i.withdrawn_at IS NULL AND i.state IN ('SENT', 'OPENED') AND i.sent_at IS NOT NULL)`;

/**
 * SQL: the invitations `i`, each with the registration `r` that answered it if any, this reader may know of. Every read of the
 * board begins with it. Who only hosts sessions sees none; who may not see protected people sees none that brought one.
 */
export function invitationsWithin(scope: EventScope): Prisma.Sql {
  if (scope.reach.kind !== "whole-event") return Prisma.sql`FALSE`;
  const own = Prisma.sql`i.event_id = ${scope.eventId}::uuid`;
  return canSeeProtected(scope.role) ? own : Prisma.sql`${own} AND r.protected_identity IS NOT TRUE`;
}

/** SQL: the invitations `i` of category `c` that a filter lets through, status apart. */
export function invitationsMatching(scope: EventScope, filter: InvitationFilter): Prisma.Sql {
  const conditions = [invitationsWithin(scope), ...searchPatterns(filter.q).map(found)];
  if (filter.category) conditions.push(Prisma.sql`c.key = ${filter.category}`);
  if (filter.group) conditions.push(isOrNone(Prisma.sql`i.group_name`, filter.group));
  if (filter.municipality) conditions.push(isOrNone(Prisma.sql`i.municipality_code`, filter.municipality));
  return Prisma.join(conditions, " AND ");
}

/** SQL: the invitations `i` of a tab. */
export function invitationsInTab({ status }: InvitationFilter): Prisma.Sql {
  switch (status) {
    case "all":
      return Prisma.sql`TRUE`;
    case "unanswered":
      return UNANSWERED;
    default:
      return Prisma.sql`(${STATUS}) = ${status.toUpperCase()}`;
  }
}

/** SQL: what the conditions above speak of. */
export const INVITATIONS = Prisma.sql`invitation i LEFT JOIN registration r ON r.id = i.registration_id
  LEFT JOIN category c ON c.id = i.category_id`;

function isOrNone(column: Prisma.Sql, value: string): Prisma.Sql {
  return value === NONE ? Prisma.sql`${column} IS NULL` : Prisma.sql`${column} = ${value}`;
}

/** ICU's lower case, whatever the cluster's locale: ÅSA is found by åsa, and Asa by neither. */
function found(pattern: string): Prisma.Sql {
  const texts = [Prisma.sql`i.name`, Prisma.sql`i.organisation_name`, Prisma.sql`i.email`, Prisma.sql`r.name`];
  const each = texts.map(
    (text) => Prisma.sql`lower(${text} COLLATE "sv-x-icu") LIKE lower(${pattern}::text COLLATE "sv-x-icu") ESCAPE '\\'`,
  );
  return Prisma.sql`(${Prisma.join(each, " OR ")})`;
}
