import { randomUUID } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { preferredLocale } from "@/lib/i18n/accept-language";
import type { Messages } from "@/lib/i18n/messages";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { log } from "@/lib/platform/log";

/** How long a client should wait before it asks again when the database cannot serve. */
const RETRY_AFTER_SECONDS = 2;

export type RouteRequest = { readonly request: Request; readonly locale: Locale; readonly now: Temporal.Instant };

/** An error in the API's one form: `{"error": {"code", "message", …}}`. */
export function errorAnswer(
  status: number,
  error: { readonly code: string; readonly message: string; readonly [more: string]: unknown },
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error }, { status, headers: { "cache-control": "no-store", ...headers } });
}

/** One of the API's own errors, explained in the language of the request. */
export function apiError(
  status: number,
  code: keyof Messages["apiErrors"],
  locale: Locale,
  headers: Record<string, string> = {},
): Response {
  return errorAnswer(status, { code, message: translator(locale, "apiErrors")(code) }, headers);
}

/**
 * The one way to make a JSON route: hands the clock and the language on, and turns what nobody expected into an answer.
 * A database that cannot serve is 503 with Retry-After; anything else is 500 with an id that the log has too.
 */
export function jsonRoute<Context>(handle: (asked: RouteRequest, context: Context) => Promise<Response>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const locale = preferredLocale(request.headers.get("accept-language"));
    try {
      return await handle({ request, locale, now: currentInstant() }, context);
    } catch (error) {
      const id = randomUUID();
      const path = new URL(request.url).pathname;
      log.error({ id, path, method: request.method, err: error }, "request failed");
      if (isUnavailable(error)) {
        return apiError(503, "unavailable", locale, { "retry-after": String(RETRY_AFTER_SECONDS) });
      }
      const message = translator(locale, "apiErrors")("unexpected");
      return errorAnswer(500, { code: "unexpected", message, id });
    }
  };
}

/** The handler of every method a route does not have: 405 that says which it has, and OPTIONS, which asks for just that. */
export function onlyAllows(...methods: readonly string[]) {
  const allow = [...methods, "OPTIONS"].join(", ");
  return (request: Request): Response => {
    if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: { allow } });
    const locale = preferredLocale(request.headers.get("accept-language"));
    return apiError(405, "method_not_allowed", locale, { allow });
  };
}
