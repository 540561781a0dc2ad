import { handedOut } from "@/app/_files/handed-out";
import { openEvent } from "@/lib/auth/event-gate";
import { canSeeRegistrations } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { findEventMaterialFile } from "@/lib/programme/queries/event-materials";
import { sessionToken } from "../../../../_access/session-token";

type Context = { readonly params: Promise<{ locale: string; eventSlug: string; id: string }> };

/** A file that was handed in, published or not, for organisers within whose reach it is. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, eventSlug: slug, id } = await params;
  const scope = await openEvent(await sessionToken(), slug, canSeeRegistrations, currentInstant());
  if (scope.ok) return handedOut(await findEventMaterialFile(scope.value, id));
  if (scope.code !== "signed_out") return handedOut(null);
  const headers = { location: localePath(localeOf(locale), "/sign-in"), "cache-control": "no-store" };
  return new Response(null, { status: 303, headers });
}
