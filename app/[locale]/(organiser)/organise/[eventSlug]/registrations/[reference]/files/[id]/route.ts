import { handedOut } from "@/app/_files/handed-out";
import { openEvent } from "@/lib/auth/event-gate";
import { canSeeRegistrations } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { readFile } from "@/lib/reports/commands/read-file";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { sessionToken } from "../../../../../../_access/session-token";
import { toSignIn } from "../../../../../../_access/to-sign-in";

type Context = { readonly params: Promise<{ locale: string; eventSlug: string; reference: string; id: string }> };

/** A file that somebody sent with their registration, for organisers who may read the answer. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, eventSlug: slug, reference, id } = await params;
  const now = currentInstant();
  const scope = await openEvent(await sessionToken(), slug, canSeeRegistrations, now);
  if (!scope.ok) {
    if (scope.code !== "signed_out") return handedOut(null);
    return toSignIn(localeOf(locale));
  }
  const facets = await getEventFacets(scope.value);
  const file = await readFile(scope.value, { reference, id, facets }, now);
  return handedOut(file.ok ? file.value : null);
}
