import { timingSafeEqual } from "node:crypto";
import { hashToken } from "@/lib/core/ids";
import { recordReport } from "@/lib/mail/commands/record-report";
import { env } from "@/lib/platform/env";
import { apiError, jsonRoute, onlyAllows } from "../../_answer/json-route";
import { readBody } from "../../_answer/read-json-body";

/** Fields in which mail systems post a raw mail in a form. */
const FIELDS = ["message", "email", "body-mime", "raw"];

/**
 * Takes in one report of an undelivered mail (RFC 3464), raw or in a form, from a mail system that knows the secret. Without a
 * configured secret there is no such address. A report about no mail of ours is taken and ignored: it could not be mended by
 * sending it again.
 */
export const POST = jsonRoute(async ({ request, locale, now }) => {
  const { BOUNCE_SECRET, MAIL_ENVELOPE, APP_URL } = env();
  if (!BOUNCE_SECRET) return apiError(404, "not_found", locale);
  const given = /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1] ?? "";
  // Digests, so that they are equally long whatever was given.
  if (!timingSafeEqual(Buffer.from(hashToken(given)), Buffer.from(hashToken(BOUNCE_SECRET))))
    return apiError(401, "key_wrong", locale, { "www-authenticate": "Bearer" });
  const body = await readBody(request);
  if (!body) return apiError(413, "too_large", locale);
  const raw = await rawMail(request.headers.get("content-type") ?? "", body);
  if (!raw) return apiError(415, "not_mail", locale);
  const own = { envelope: MAIL_ENVELOPE ?? null, host: new URL(APP_URL).hostname };
  return Response.json({ report: await recordReport(raw, own, now) }, { headers: { "cache-control": "no-store" } });
});

async function rawMail(contentType: string, body: Buffer): Promise<Buffer | null> {
  const type = contentType.split(";")[0]?.trim().toLowerCase();
  if (type === "message/rfc822" || type === "application/octet-stream") return body;
  if (type !== "multipart/form-data" && type !== "application/x-www-form-urlencoded") return null;
  const headers = { "content-type": contentType };
  const form = await new Response(new Uint8Array(body), { headers }).formData().catch(() => null);
  for (const name of FIELDS) {
    const value = form?.get(name);
    if (typeof value === "string") return Buffer.from(value);
    if (value) return Buffer.from(await value.arrayBuffer());
  }
  return null;
}

const refuse = onlyAllows("POST");

export { refuse as DELETE, refuse as GET, refuse as OPTIONS, refuse as PATCH, refuse as PUT };
