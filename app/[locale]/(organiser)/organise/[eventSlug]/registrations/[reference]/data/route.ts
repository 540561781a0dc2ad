import { storedAnswer } from "@/app/[locale]/(public)/_access/stored-answer";
import { openEvent } from "@/lib/auth/event-gate";
import { canSeeNeeds } from "@/lib/auth/policy";
import { openRegistrationOf } from "@/lib/auth/registration-gate";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { takeOutData } from "@/lib/registrations/commands/take-out-data";
import { sessionToken } from "../../../../../_access/session-token";
import { toSignIn } from "../../../../../_access/to-sign-in";

type Context = { readonly params: Promise<{ locale: string; eventSlug: string; reference: string }> };

/** Everything stored about one attendee as a JSON file, for an organiser who may read all of it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, eventSlug: slug, reference } = await params;
  const now = currentInstant();
  const event = await openEvent(await sessionToken(), slug, canSeeNeeds, now);
  if (!event.ok && event.code === "signed_out") return toSignIn(localeOf(locale));
  const person = event.ok ? await openRegistrationOf(event.value, reference) : event;
  const data = event.ok && person.ok ? await takeOutData(event.value, person.value, now) : null;
  return storedAnswer(reference, data?.ok ? data.value : null);
}
