import { isAllowedOrigin } from "@/lib/auth/origin";
import type { Locale } from "@/lib/core/localised";
import { env } from "@/lib/platform/env";
import { failureMessage, fieldMessages } from "@/lib/registrations/error-messages";
import type { BookFailure, FullDetail, RegisterFailure } from "@/lib/registrations/errors";
import { apiError, errorAnswer, type RouteRequest } from "./json-route";
import { BODY_STATUS, readJsonBody } from "./read-json-body";

// Printable ASCII; a header sent twice arrives joined by a comma and a space and is one key.
const IDEMPOTENCY_KEY = /^[\x20-\x7e]{1,255}$/;

/** A request that asks for places, as far as it is the same for one person and for several. */
export type AskedByApi = {
  readonly body: unknown;
  readonly locale: Locale;
  readonly idempotencyKey: string | null;
  readonly actor: { readonly kind: "API" };
  readonly clientIp: string;
};

/** Reads such a request, or answers why it cannot be read. */
export async function readAsked({ request, locale }: RouteRequest): Promise<AskedByApi | Response> {
  if (!isAllowedOrigin(request.headers.get("origin"), env().APP_URL)) return apiError(403, "origin_refused", locale);
  const idempotencyKey = request.headers.get("idempotency-key");
  if (idempotencyKey !== null && !IDEMPOTENCY_KEY.test(idempotencyKey))
    return apiError(400, "idempotency_key_invalid", locale);
  const body = await readJsonBody(request);
  if (!body.ok) return apiError(BODY_STATUS[body.code], body.code, locale);
  return {
    body: body.value,
    locale: localeOf(body.value) ?? locale,
    idempotencyKey,
    actor: { kind: "API" },
    clientIp: request.headers.get("x-samling-client-ip") ?? "unknown",
  };
}

function localeOf(body: unknown): Locale | null {
  const locale = body !== null && typeof body === "object" && "locale" in body ? body.locale : null;
  return locale === "sv" || locale === "en" ? locale : null;
}

/** Why nobody was registered. */
export function refusal(failure: RegisterFailure | BookFailure, locale: Locale): Response {
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
      return errorAnswer(409, { code: failure.code, message, ...whatIsFull(failure.detail) });
    case "nobody_placed":
      return errorAnswer(409, { code: failure.code, message, people: failure.detail.map(whatIsFull) });
    default:
      return errorAnswer(409, { code: failure.code, message });
  }
}

/** The level that is full and its key. */
export function whatIsFull({ level, key }: FullDetail) {
  return { level, key };
}
