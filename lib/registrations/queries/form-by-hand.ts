import type { Temporal } from "temporal-polyfill";
import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import type { RegistrationForm } from "../registration-form";
import { formOf, formSelect } from "../rules/form-of-event";

/** The event's form for an organiser who registers somebody: with the categories that visitors are not shown, too. */
export async function formByHand(
  { eventId }: EventScope,
  now: Temporal.Instant,
): Promise<{ readonly form: RegistrationForm; readonly isDraft: boolean }> {
  const event = await database().event.findUniqueOrThrow({ where: { id: eventId }, select: formSelect });
  const categories = event.categories.map((category) => ({ ...category, hidden: false }));
  return { form: formOf({ ...event, categories }, null, now), isDraft: event.status === "DRAFT" };
}
