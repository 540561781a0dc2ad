import { apiError, errorAnswer, jsonRoute, onlyAllows, type RouteRequest } from "@/app/api/_answer/json-route";
import { BODY_STATUS, readJsonBody } from "@/app/api/_answer/read-json-body";
import { isAllowedOrigin } from "@/lib/auth/origin";
import type { Locale } from "@/lib/core/localised";
import { env } from "@/lib/platform/env";
import { registerAttendee } from "@/lib/registrations/commands/register-attendee";
import { failureMessage, fieldMessages } from "@/lib/registrations/error-messages";
import type { RegisterFailure } from "@/lib/registrations/errors";

type Context = { params: Promise<{ slug: string }> };

// Printable ASCII; a header sent twice arrives joined by a comma and a space and is one key.
const IDEMPOTENCY_KEY = /^[\x20-\x7e]{1,255}$/;

/** Registers one person. The same command as the form's, in the same order of checks. */
export const POST = jsonRoute(async (asked: RouteRequest, { params }: Context) => {
  const { request, now } = asked;
  if (!isAllowedOrigin(request.headers.get("origin"), env().APP_URL))
    return apiError(403, "origin_refused", asked.locale);
  const idempotencyKey = request.headers.get("idempotency-key");
  if (idempotencyKey !== null && !IDEMPOTENCY_KEY.test(idempotencyKey)) {
    return apiError(400, "idempotency_key_invalid", asked.locale);
  }
  const body = await readJsonBody(request);
  if (!body.ok) return apiError(BODY_STATUS[body.code], body.code, asked.locale);
  const locale = localeOf(body.value) ?? asked.locale;
  const result = await registerAttendee(
    {
      slug: (await params).slug,
      body: body.value,
      invitation: null,
      locale,
      idempotencyKey,
      actor: { kind: "API" },
      clientIp: request.headers.get("x-samling-client-ip") ?? "unknown",
    },
    now,
  );
  if (!result.ok) return refusal(result, locale);
  const { reference, status } = result.value;
  const answer = { reference, status: status.toLowerCase() };
  return Response.json(answer, { status: 201, headers: { "cache-control": "no-store" } });
});

const refuse = onlyAllows("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };

function localeOf(body: unknown): Locale | null {
  const locale = body !== null && typeof body === "object" && "locale" in body ? body.locale : null;
  return locale === "sv" || locale === "en" ? locale : null;
}

function refusal(failure: RegisterFailure, locale: Locale): Response {
  const message = failureMessage(failure, locale);
  switch (failure.code) {
    case "event_not_found":
      return errorAnswer(404, { code: "not_found", message });
    case "invalid":
      return errorAnswer(422, { code: failure.code, message, fields: fieldMessages(failure.detail, locale) });
    case "rate_limited": {
      const wait = String(failure.detail.retryAfterSeconds);
      return errorAnswer(429, { code: failure.code, message }, { "retry-after": wait });
    }
    case "full":
      return errorAnswer(409, { code: failure.code, message, level: failure.detail.level, key: failure.detail.key });
    default:
      return errorAnswer(409, { code: failure.code, message });
  }
}
