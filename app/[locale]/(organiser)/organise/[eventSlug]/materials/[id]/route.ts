import { handedOut } from "@/app/_files/handed-out";
import { openEvent } from "@/lib/auth/event-gate";
import { canSeeRegistrations } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { findEventMaterialFile } from "@/lib/programme/queries/event-materials";
import { sessionToken } from "../../../../_access/session-token";
import { toSignIn } from "../../../../_access/to-sign-in";

type Context = { readonly params: Promise<{ locale: string; eventSlug: string; id: string }> };

/** A file that was handed in, published or not, for organisers within whose reach it is. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale, eventSlug: slug, id } = await params;
  const scope = await openEvent(await sessionToken(), slug, canSeeRegistrations, currentInstant());
  if (scope.ok) return handedOut(await findEventMaterialFile(scope.value, id));
  if (scope.code !== "signed_out") return handedOut(null);
  return toSignIn(localeOf(locale));
}
