import { storedAnswer } from "@/app/[locale]/(public)/_access/stored-answer";
import { openEvent } from "@/lib/auth/event-gate";
import { canSeeNeeds } from "@/lib/auth/policy";
import { openRegistrationOf } from "@/lib/auth/registration-gate";
import { currentInstant } from "@/lib/core/clock";
import { takeOutData } from "@/lib/registrations/commands/take-out-data";
import { sessionToken } from "../../../../../_access/session-token";

type Context = { readonly params: Promise<{ eventSlug: string; reference: string }> };

/** Everything stored about one attendee as a JSON file, for an organiser who may read all of it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { eventSlug: slug, reference } = await params;
  const now = currentInstant();
  const event = await openEvent(await sessionToken(), slug, canSeeNeeds, now);
  const person = event.ok ? await openRegistrationOf(event.value, reference) : event;
  const data = event.ok && person.ok ? await takeOutData(event.value, person.value, now) : null;
  return storedAnswer(reference, data?.ok ? data.value : null);
}
