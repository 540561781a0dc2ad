import { localePath } from "@/lib/i18n/paths";
import { declineMail } from "@/lib/mail/commands/decline-mail";
import { env } from "@/lib/platform/env";
import { apiError, jsonRoute, onlyAllows } from "../../../_answer/json-route";
import { readBody } from "../../../_answer/read-json-body";

type Context = { readonly params: Promise<{ readonly token: string }> };

/**
 * A mail program's one click (RFC 8058): no more of the kind of mail that the link came in. It comes from the mail provider, without
 * cookies and from anywhere; what it may do is in the address, and in saying that one click is meant.
 */
export const POST = jsonRoute<Context>(async ({ request, locale, now }, { params }) => {
  const { token } = await params;
  const body = await readBody(request);
  if (!body) return apiError(413, "too_large", locale);
  const headers = { "content-type": request.headers.get("content-type") ?? "" };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => null);
  if (form?.get("List-Unsubscribe") !== "One-Click") return apiError(400, "malformed_form", locale);
  const outcome = await declineMail(token, "no-more", now);
  if (!outcome.ok) return apiError(404, "not_found", locale);
  return new Response(null, { status: 204, headers: { "cache-control": "no-store" } });
});

/** Whoever opens the address is shown what can be chosen. Opening it changes nothing. */
export const GET = jsonRoute<Context>(async ({ locale }, { params }) => {
  const { token } = await params;
  return new Response(null, {
    status: 303,
    headers: {
      location: new URL(localePath(locale, `/u/${encodeURIComponent(token)}`), env().APP_URL).href,
      "cache-control": "no-store",
      "referrer-policy": "no-referrer",
    },
  });
});

const refuse = onlyAllows("GET", "HEAD", "POST");

export { refuse as DELETE, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
