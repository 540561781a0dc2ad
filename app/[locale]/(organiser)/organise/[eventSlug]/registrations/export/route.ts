import type { NextRequest } from "next/server";
import { openEvent } from "@/lib/auth/event-gate";
import { canExport } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { exportRegistrations } from "@/lib/reports/commands/export-registrations";
import { parseFormat } from "@/lib/reports/schema";
import { sessionToken } from "../../../../_access/session-token";
import { toSignIn } from "../../../../_access/to-sign-in";
import { parametersOf } from "../_list/parameters";
import { readListView } from "../_list/view";

type Context = { readonly params: Promise<{ locale: string; eventSlug: string }> };

const CLOSED = { not_found: 404, forbidden_for_role: 403 } as const;

/** The list as a file: the same URL parameters, so exactly the rows and columns that the page showed. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const scope = await openEvent(await sessionToken(), slug, canExport, now);
  if (!scope.ok) {
    if (scope.code === "signed_out") return toSignIn(locale);
    return refusal(locale, CLOSED[scope.code]);
  }
  const raw = parametersOf(request.nextUrl.searchParams);
  const format = parseFormat(raw);
  if (!format) return refusal(locale, 404);
  const view = await readListView(scope.value, raw);
  // A file is kept and sent on: one with fewer columns or more people than was asked for would mislead.
  if (view.refused.length > 0) return refusal(locale, 403);
  if (view.ignored.length > 0) return refusal(locale, 404);
  const { facets, filter, columns } = view;
  const file = await exportRegistrations(scope.value, { facets, filter, columns, format, locale }, now);
  if (!file.ok) return refusal(locale, 403);
  const { chunks, contentType, contentDisposition } = file.value;
  return new Response(streamOf(chunks), {
    headers: {
      "content-type": contentType,
      "content-disposition": contentDisposition,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}

/** Each chunk is made when the reader asks for it; a reader who leaves ends the reading of the database. */
function streamOf(chunks: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return(undefined);
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
