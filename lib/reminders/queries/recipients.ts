import { toTimestamp } from "@/lib/core/clock";
import { localDate } from "@/lib/core/local-date";
import { mailClass } from "@/lib/mail/rules/mail-class";
import { Prisma } from "@/lib/platform/generated/client";
import { KINDS } from "../rules/kinds";
import type { Occasion } from "./occasion";
import { PEOPLE_OF_KIND } from "./people-of-kind";

/** Why somebody of the group gets no reminder. */
export const LEFT_OUT = ["later", "unsent", "closed", "suppressed", "declined"] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/**
 * SQL: the group as it is now, a row each with `subject` (what the reminder is about: one per person and rule),
 * registration_id, invitation_id, booking_id, reference, locale, name, email, `params` (what the mail needs besides) and `left_out`: why they get no mail, or NULL. The
 * worker and the preview ask the same question.
 */
export function recipients(occasion: Occasion): Prisma.Sql {
  const people = PEOPLE_OF_KIND[occasion.kind]({
    ...occasion,
    at: Prisma.sql`${toTimestamp(occasion.scheduledAt)}::timestamptz`,
    day: Prisma.sql`${localDate(occasion.scheduledAt, occasion.event.timeZone).toString()}::date`,
  });
  const declinable = mailClass(KINDS[occasion.kind].message) ?? "ALL";
  return Prisma.sql`
    SELECT p.subject, p.registration_id, p.invitation_id, p.booking_id, p.reference, p.locale, p.name, p.email, p.params,
           coalesce(p.why, s.why) AS left_out
      FROM (${people}) p
      LEFT JOIN (
        SELECT address, CASE WHEN bool_or(scope = 'ALL') THEN 'suppressed' ELSE 'declined' END AS why
          FROM suppressed_address
         WHERE organisation_id = ${occasion.organisationId}::uuid AND scope IN ('ALL', ${declinable}::suppression_scope)
         GROUP BY address
      ) s ON s.address = lower(p.email)`;
}
