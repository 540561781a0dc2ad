import type { Temporal } from "temporal-polyfill";
import type { Localised } from "@/lib/core/localised";
import type {
  CoOrganiserAccess,
  CoOrganiserKind,
  QuestionKind,
  SessionKind,
  SpeakerPart,
} from "@/lib/platform/generated/client";
import type { OrganisationKey } from "@/prisma/seed/demo/organisations";
import type { Crowd } from "@/prisma/seed/demo/people/workplaces";
import type { SeriesKey } from "@/prisma/seed/demo/series";
import type { SpeakerKey } from "@/prisma/seed/demo/speakers";
import type { VenueKey } from "@/prisma/seed/demo/venues";

/** Text in both languages, Swedish first. */
export function text(sv: string, en: string): Localised {
  return { sv, en };
}

export type DayPlan = {
  readonly date: Temporal.PlainDate;
  /** Local hours, "09:00". */
  readonly hours: readonly [opens: string, closes: string];
  readonly title?: Localised;
  readonly capacity: number;
};

export type SessionPlan = {
  readonly key: string;
  /** Index of the day, or the evening before the first, which adds no day. */
  readonly on: number | "evening-before";
  readonly from: string;
  readonly to: string;
  readonly kind: SessionKind;
  readonly title: Localised;
  readonly abstract?: Localised;
  readonly room?: string;
  readonly track?: string;
  readonly host?: OrganisationKey;
  /** Chosen by name when registering, with so many places. */
  readonly places?: number;
  readonly speakers?: readonly (SpeakerKey | readonly [SpeakerKey, SpeakerPart])[];
};

export type CategoryPlan = {
  readonly key: string;
  readonly name: Localised;
  readonly description?: Localised;
  /** Öre, VAT excluded; early prices end some days before the last registration day. */
  readonly priceOre?: number;
  readonly earlyPriceOre?: number;
  /** What each day costs on its own. */
  readonly day?: { readonly priceOre: number; readonly earlyPriceOre?: number };
  readonly capacity: number | null;
  readonly hidden?: boolean;
};

export type QuestionPlan = {
  readonly key: string;
  /** Nobody in the demo has sent a FILE. */
  readonly kind: QuestionKind;
  readonly label: Localised;
  readonly help?: Localised;
  readonly required?: boolean;
  /** Kept with diet and access needs. Nobody in the demo has answered one. */
  readonly sensitive?: boolean;
  readonly purpose?: Localised;
  readonly readers?: Localised;
  /** Asked only after one of these answers to another question, or of who comes in these categories ("category"). */
  readonly showIf?: { readonly key: string; readonly values: readonly string[] };
  readonly options?: readonly { readonly value: string; readonly label: Localised; readonly share: number }[];
  /** What generated attendees write. */
  readonly samples?: readonly string[];
};

export type Attendance = {
  /** How many hold a place, by category. */
  readonly confirmed: Readonly<Record<string, number>>;
  readonly cancelled: number;
  /** Where each category's people come from. */
  readonly crowds: Readonly<Record<string, Crowd>>;
  /** Which days people choose; all days when left out. */
  readonly dayChoices?: readonly { readonly days: readonly number[]; readonly share: number }[];
  /** How large a share chooses each session with sign-up. */
  readonly signUps?: Readonly<Record<string, number>>;
  /** Colleagues from one workplace on one booking. */
  readonly group?: { readonly municipality: string; readonly size: number; readonly category: string };
  /** How many gave their place to a colleague. */
  readonly substituted?: number;
  /** How many wait for a place, by category. */
  readonly waiting?: Readonly<Record<string, number>>;
};

export type InvitationPlan = {
  readonly group: string;
  readonly category: string;
  readonly crowd: Crowd;
  /** Municipalities in which those sit whose workplace names none. */
  readonly offices?: readonly string[];
  /** How many each may bring. */
  readonly extraGuests?: number;
  readonly accepted: number;
  /** How many of those who accepted passed the invitation on to a colleague, who came instead. */
  readonly forwarded?: number;
  readonly declined: number;
  readonly opened: number;
  readonly unopened: number;
  /** How many are on the list and have not been sent their invitation. */
  readonly unsent?: number;
};

export type EventPlan = {
  readonly slug: string;
  readonly series: SeriesKey | null;
  readonly organisation: OrganisationKey;
  readonly venue: VenueKey | null;
  readonly title: Localised;
  readonly summary: Localised;
  readonly description: Localised;
  readonly practicalities: Localised;
  readonly targetGroup: Localised;
  readonly accent: string;
  readonly contact: { readonly name: string; readonly email: string; readonly phone?: string };
  readonly pageOwner?: string;
  readonly invitationOnly?: boolean;
  readonly invitationsForwardable?: boolean;
  /** When the organiser called it off. */
  readonly cancelledOn?: Temporal.PlainDate;
  readonly published: Temporal.PlainDate;
  readonly opens: Temporal.PlainDate;
  readonly lastRegistrationDay: Temporal.PlainDate;
  readonly lastCancelDay?: Temporal.PlainDate;
  readonly lastCateringDay?: Temporal.PlainDate;
  /** Until when whoever books for colleagues may leave names open. */
  readonly lastNamingDay?: Temporal.PlainDate;
  readonly waitingList?: boolean;
  readonly days: readonly DayPlan[];
  readonly capacity: number;
  readonly categories: readonly CategoryPlan[];
  readonly tracks?: Readonly<Record<string, Localised>>;
  readonly sessions: readonly SessionPlan[];
  readonly coOrganisers?: readonly {
    readonly organisation: OrganisationKey;
    readonly kind?: CoOrganiserKind;
    readonly access?: CoOrganiserAccess;
  }[];
  readonly questions?: readonly QuestionPlan[];
  readonly attendance?: Attendance;
  readonly invitations?: readonly InvitationPlan[];
};
