import { z } from "zod";
import { isSlug } from "@/lib/core/slug";

/** What a list of people to invite can say of each. */
export const INVITATION_COLUMNS = [
  "name",
  "email",
  "organisation",
  "municipality",
  "group",
  "category",
  "language",
  "guests",
] as const;
export type InvitationColumn = (typeof INVITATION_COLUMNS)[number];

/** What the board can show, in the order of its tabs. `unanswered`: sent or opened. */
export const INVITATION_TABS = ["all", "unsent", "unanswered", "opened", "accepted", "declined", "withdrawn"] as const;
export type InvitationTab = (typeof INVITATION_TABS)[number];

/** Stands in an address for those who have no group or municipality. */
export const NONE = "-";

/** Which invitations the board shows. An empty text is no condition. */
export type InvitationFilter = {
  readonly status: InvitationTab;
  readonly q: string;
  readonly group: string;
  /** SCB's code, or `NONE`. */
  readonly municipality: string;
  /** A category's key. */
  readonly category: string;
};

const line = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.isWellFormed() && !text.includes("\0"))
    .catch("");

const filterSchema = z.object({
  status: z.enum(INVITATION_TABS).catch("all"),
  q: line(200),
  group: line(100),
  municipality: z
    .string()
    .regex(/^(-|\d{2}|\d{4})$/)
    .catch(""),
  category: z.string().refine(isSlug).catch(""),
});

/** The filter that an address or a form asks for; what cannot be asked for counts as not asked. */
export function parseInvitationFilter(raw: Readonly<Record<string, unknown>>): InvitationFilter {
  return filterSchema.parse(raw);
}

/** The page that is asked for, from 1. */
export function parseInvitationPage(raw: unknown): number {
  return typeof raw === "string" && /^[1-9]\d{0,4}$/.test(raw) ? Number(raw) : 1;
}

/** The filter as an address says it, without what is no condition. */
export function invitationQuery(filter: InvitationFilter, more: Readonly<Record<string, string>> = {}): string {
  const said = Object.entries({ ...filter, ...more }).filter(
    ([name, value]) => value !== "" && value !== (name === "status" && "all"),
  );
  return said.length === 0 ? "" : `?${new URLSearchParams(said)}`;
}
