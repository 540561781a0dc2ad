import { z } from "zod";
import { MEMBER_ROLES } from "@/lib/auth/scopes";
import { parseEmailAddress } from "@/lib/core/email-address";
import * as written from "@/lib/core/written";

const role = z.enum(MEMBER_ROLES);

/** What one can be at one event: whoever owns it owns the organisation. */
export const EVENT_ROLES = ["EDITOR", "FINANCE", "VIEWER", "DOOR"] as const;

/** An invitation as its form sends it; a blank event is the whole organisation. Messages are codes of `errors.ts`. */
export const invitationSchema = z.object({
  email: z.string({ error: "email_invalid" }).transform((raw, context) => {
    const parsed = parseEmailAddress(raw);
    if (parsed) return parsed.normalised;
    context.addIssue({ code: "custom", message: "email_invalid" });
    return z.NEVER;
  }),
  role: z.enum(MEMBER_ROLES, { error: "role_unknown" }),
  event: z.union([z.literal(""), z.uuid({ error: "event_unknown" })], { error: "event_unknown" }).default(""),
});

/** What an owner does to one member. */
export const memberChangeSchema = z.discriminatedUnion("change", [
  z.object({ change: z.literal("role"), member: z.uuid(), role }),
  z.object({ change: z.literal("remove"), member: z.uuid() }),
  z.object({ change: z.literal("disable"), member: z.uuid() }),
  z.object({ change: z.literal("enable"), member: z.uuid() }),
  z.object({
    ...{ change: z.literal("event-role"), member: z.uuid(), event: z.uuid() },
    /** Blank takes it away. */
    role: z.union([z.literal(""), z.enum(EVENT_ROLES)]),
  }),
]);
export type MemberChange = z.infer<typeof memberChangeSchema>;

/** A new organisation. */
export const organisationSchema = z.object({ name: written.requiredLine(120) });
