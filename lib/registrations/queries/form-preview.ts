import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import type { RegistrationForm } from "../registration-form";
import { formOf, formSelect } from "../rules/form-of-event";

/** The event's registration form as attendees would meet it at `now`, for who may change it; of a draft too. */
export async function previewForm({ eventId }: EventScope, now: Temporal.Instant): Promise<RegistrationForm> {
  const event = await database().event.findUniqueOrThrow({ where: { id: eventId }, select: formSelect });
  return formOf(event, null, now);
}
