import { openEvent } from "@/lib/auth/event-gate";
import { canSeeNeeds } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { exportMeals } from "@/lib/reports/commands/export-meals";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { sessionToken } from "../../../../_access/session-token";
import { toSignIn } from "../../../../_access/to-sign-in";

type Context = { readonly params: Promise<{ locale: string; eventSlug: string }> };

/** The caterer's counts as a file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const scope = await openEvent(await sessionToken(), slug, canSeeNeeds, now);
  if (!scope.ok) {
    if (scope.code !== "signed_out") return refusal(locale, scope.code === "not_found" ? 404 : 403);
    return toSignIn(locale);
  }
  const facets = await getEventFacets(scope.value);
  const file = await exportMeals(scope.value, { facets, locale }, now);
  if (!file.ok) return refusal(locale, 403);
  const bytes: Uint8Array[] = [];
  for await (const chunk of file.value.chunks) bytes.push(chunk);
  return new Response(Buffer.concat(bytes), {
    headers: {
      "content-type": file.value.contentType,
      "content-disposition": file.value.contentDisposition,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

function refusal(locale: "sv" | "en", status: number): Response {
  const t = translator(locale, "organiser");
  return new Response(t(status === 403 ? "export.forbidden" : "export.notFound"), {
    status,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
