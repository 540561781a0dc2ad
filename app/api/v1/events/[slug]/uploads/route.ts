import { apiError, errorAnswer, jsonRoute, onlyAllows, type RouteRequest } from "@/app/api/_answer/json-route";
import { readUpload } from "@/app/api/_answer/read-upload";
import { isAllowedOrigin } from "@/lib/auth/origin";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import { sendFile } from "@/lib/registrations/commands/send-file";
import { failureMessage } from "@/lib/registrations/error-messages";
import type { SendFileFailure } from "@/lib/registrations/errors";

type Context = { params: Promise<{ slug: string }> };

const UNREADABLE = { not_a_file: 415, upload_malformed: 400 } as const;

/** Takes a file for one of an event's questions. The token in the answer is sent as the answer to that question. */
export const POST = jsonRoute(async ({ request, locale, now }: RouteRequest, { params }: Context) => {
  if (!isAllowedOrigin(request.headers.get("origin"), env().APP_URL)) return apiError(403, "origin_refused", locale);
  const file = await readUpload(request);
  if (!file.ok && file.code !== "file_too_large") return apiError(UNREADABLE[file.code], file.code, locale);
  if (!file.ok) return refusal({ ok: false, code: "file_too_large" } as SendFileFailure, locale);
  const clientIp = request.headers.get("x-samling-client-ip") ?? "unknown";
  const kept = await sendFile({ ...file.value, slug: (await params).slug, clientIp }, now);
  if (!kept.ok) return refusal(kept, locale);
  return Response.json(kept.value, { status: 201, headers: { "cache-control": "no-store" } });
});

/** Why no file was taken. */
function refusal(failure: SendFileFailure, locale: Locale): Response {
  const message = failureMessage(failure, locale);
  switch (failure.code) {
    case "event_not_found":
      return errorAnswer(404, { code: "not_found", message });
    case "file_too_large":
      return errorAnswer(413, { code: failure.code, message });
    case "file_kind":
      return errorAnswer(415, { code: failure.code, message });
    case "file_empty":
    case "question_unknown":
      return errorAnswer(422, { code: failure.code, message });
    case "rate_limited": {
      const words = translator(locale, "registrationErrors")("file_limit");
      const wait = String(failure.detail.retryAfterSeconds);
      return errorAnswer(429, { code: failure.code, message: words }, { "retry-after": wait });
    }
    default:
      return errorAnswer(409, { code: failure.code, message });
  }
}

const refuse = onlyAllows("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
