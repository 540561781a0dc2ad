import type { Temporal } from "temporal-polyfill";
import { fromTimestamp } from "@/lib/core/clock";
import { fromDateColumn } from "@/lib/core/local-date";
import { type Localised, localisedOrNull } from "@/lib/core/localised";
import { Prisma } from "@/lib/platform/generated/client";
import type { RegistrationState } from "../rules/transitions";
import { STATUS } from "./invitation-conditions";

/** Where an invitation stands. `UNSENT`: written, not mailed yet; `WITHDRAWN`: taken back. */
export type InvitationStatus = "UNSENT" | "SENT" | "OPENED" | "ACCEPTED" | "DECLINED" | "WITHDRAWN";

/** One invitation as the organiser sees it. */
export type InvitationRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly organisationName: string | null;
  readonly municipalityCode: string | null;
  readonly groupName: string | null;
  readonly category: Localised | null;
  readonly locale: "sv" | "en";
  readonly status: InvitationStatus;
  readonly sentAt: Temporal.Instant | null;
  readonly answeredAt: Temporal.Instant | null;
  readonly declineReason: string | null;
  readonly extraGuests: number;
  /** How many have come along and still come. */
  readonly guests: number;
  readonly extendedThrough: Temporal.PlainDate | null;
  /** The registration it brought; `as` says who answered when that is another name or address than was invited. */
  readonly answer: {
    readonly reference: string;
    readonly state: RegistrationState;
    readonly as: { readonly name: string; readonly email: string } | null;
  } | null;
};

export type RawInvitation = Omit<InvitationRow, "category" | "sentAt" | "answeredAt" | "extendedThrough" | "answer"> & {
  readonly category: unknown;
  readonly sentAt: Date | null;
  readonly answeredAt: Date | null;
  readonly extendedThrough: Date | null;
  readonly reference: string | null;
  readonly registrationState: RegistrationState;
  readonly registeredName: string;
  readonly registeredEmail: string;
  readonly isOther: boolean;
};

/** SQL: the columns of a row. */
export const rowColumns = Prisma.sql`
  i.id, i.name, i.email, i.organisation_name AS "organisationName", i.municipality_code AS "municipalityCode",
  i.group_name AS "groupName", c.name AS category, i.locale, ${STATUS} AS status, i.sent_at AS "sentAt",
  i.answered_at AS "answeredAt", i.decline_reason AS "declineReason", i.extra_guests AS "extraGuests",
  i.extended_through AS "extendedThrough", r.reference, r.state AS "registrationState", r.name AS "registeredName",
  r.email AS "registeredEmail", (r.email_normalised <> i.email_normalised OR r.name <> i.name) AS "isOther",
  (SELECT count(*)::int FROM registration g
    WHERE g.guest_of_id = i.id AND g.state IN ('PENDING_APPROVAL', 'CONFIRMED', 'WAITLISTED', 'OFFERED')) AS guests`;

/** The row as plain values. */
export function rowOf(raw: RawInvitation): InvitationRow {
  const { reference, registrationState, registeredName, registeredEmail, isOther, ...plain } = raw;
  return {
    ...plain,
    category: localisedOrNull(raw.category),
    sentAt: raw.sentAt && fromTimestamp(raw.sentAt),
    answeredAt: raw.answeredAt && fromTimestamp(raw.answeredAt),
    extendedThrough: raw.extendedThrough && fromDateColumn(raw.extendedThrough),
    answer:
      reference === null
        ? null
        : {
            reference,
            state: registrationState,
            as: isOther ? { name: registeredName, email: registeredEmail } : null,
          },
  };
}
