import { type NextRequest, NextResponse } from "next/server";
import { endSession } from "@/lib/auth/commands/end-session";
import { requestSignIn } from "@/lib/auth/commands/request-sign-in";
import { signInWith } from "@/lib/auth/next-auth";
import { finishOidc, oidcName, startOidc } from "@/lib/auth/oidc";
import { isAllowedOrigin } from "@/lib/auth/origin";
import { parseRequest, parseSignIn, parseWay } from "@/lib/auth/schema";
import { awaitedAddressCookie, oidcWayCookie, sessionCookie } from "@/lib/auth/session-cookie";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { env } from "@/lib/platform/env";
import { consumeRateLimit, networkOf } from "@/lib/platform/rate-limit";

type Context = { params: Promise<{ nextauth: string[] }> };

/** A link's token and an address, with room to spare. */
const MAX_BODY = 10_000;

/** The way to the OpenID Connect provider and back, and an older address of the mail's link. Nothing else is to be got. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  switch ((await params).nextauth.join("/")) {
    case "signin/oidc":
      return oidcName() === null ? notFound() : toProvider(request);
    case "callback/oidc":
      return oidcName() === null ? notFound() : fromProvider(request);
    case "callback/email":
      return confirmPage(request);
    default:
      return notFound();
  }
}

/** Opening a link uses nothing up: mail scanners do that. It leads to the page with the button. */
function confirmPage(request: NextRequest): Response {
  const confirm = new URL("/sign-in/confirm", env().APP_URL);
  for (const name of ["email", "token"]) confirm.searchParams.set(name, request.nextUrl.searchParams.get(name) ?? "");
  return seeOther(`${confirm.pathname}${confirm.search}`);
}

async function toProvider(request: NextRequest): Promise<Response> {
  const { locale, next } = parseWay(Object.fromEntries(request.nextUrl.searchParams));
  const limit = await consumeRateLimit("sign-in", networkOf(clientIp(request)));
  const begun = limit.ok ? await startOidc(locale, currentInstant()) : limit;
  if (!begun.ok) return toSignIn(locale, next, begun.code);
  const response = seeOther(begun.value.location);
  const way = oidcWayCookie();
  response.cookies.set(way.name, new URLSearchParams({ locale, ...(next && { next }) }).toString(), way.options);
  for (const cookie of begun.value.setCookies) response.headers.append("set-cookie", cookie);
  return response;
}

async function fromProvider(request: NextRequest): Promise<Response> {
  const way = oidcWayCookie();
  const { locale, next } = parseWay(
    Object.fromEntries(new URLSearchParams(request.cookies.get(way.name)?.value ?? "")),
  );
  const limit = await consumeRateLimit("sign-in", networkOf(clientIp(request)));
  const come = {
    query: Object.fromEntries(request.nextUrl.searchParams),
    cookies: Object.fromEntries(request.cookies.getAll().map(({ name, value }) => [name, value])),
    userAgent: request.headers.get("user-agent"),
    locale,
  };
  const signedIn = limit.ok ? await finishOidc(come, currentInstant()) : limit;
  if (!signedIn.ok) return toSignIn(locale, next, signedIn.code);
  await endSessionOf(request);
  const response = seeOther(next ?? localePath(locale, "/organise"));
  response.cookies.set(way.name, "", { ...way.options, maxAge: 0 });
  for (const cookie of signedIn.value.setCookies) response.headers.append("set-cookie", cookie);
  return response;
}

function toSignIn(locale: Locale, next: string | null, error: string): Response {
  return seeOther(localePath(locale, `/sign-in?${new URLSearchParams({ error, ...(next && { next }) })}`));
}

/** Signs in with a link's token or a code, or signs out. Plain forms post here; a foreign or `null` Origin is refused. */
export async function POST(request: NextRequest, { params }: Context): Promise<Response> {
  if (!isAllowedOrigin(request.headers.get("origin"), env().APP_URL))
    return new Response("The form came from another site.", { status: 403 });
  const form = await readForm(request);
  if (!form) return new Response("Not a form of this site.", { status: 400 });
  switch ((await params).nextauth.join("/")) {
    case "signin":
      return askForMail(request, form);
    case "callback/email":
      return signIn(request, form);
    case "signout":
      return signOut(request, form);
    default:
      return notFound();
  }
}

/** The answer is the same whoever the address belongs to, if anybody. */
async function askForMail(request: NextRequest, form: Record<string, unknown>): Promise<Response> {
  const { email, typed, locale, next } = parseRequest(form);
  const asked = email === null ? null : await requestSignIn(email, locale, clientIp(request), currentInstant());
  const way = new URLSearchParams(next ? { next } : {});
  if (!asked?.ok) way.set("error", asked?.code ?? "email_invalid");
  const query = way.size > 0 ? `?${way}` : "";
  const response = seeOther(localePath(locale, (asked?.ok ? "/sign-in/code" : "/sign-in") + query));
  const awaited = awaitedAddressCookie();
  response.cookies.set(awaited.name, email ?? typed, awaited.options);
  return response;
}

async function signIn(request: NextRequest, form: Record<string, unknown>): Promise<Response> {
  const { proof, byCode, locale, next } = parseSignIn(form);
  const back = (error: string) => {
    const way = new URLSearchParams({ error, ...(next ? { next } : {}) });
    return seeOther(localePath(locale, `${byCode ? "/sign-in/code" : "/sign-in"}?${way}`));
  };
  const limit = await consumeRateLimit("sign-in", networkOf(clientIp(request)));
  if (!limit.ok) return back("rate_limited");
  const cookie = proof && (await signInWith(proof, locale, request, currentInstant()));
  if (!cookie) return back(byCode ? "code_invalid" : "sign_in_invalid");
  await endSessionOf(request);
  const response = seeOther(next ?? localePath(locale, "/organise"));
  const awaited = awaitedAddressCookie();
  response.cookies.set(awaited.name, "", { ...awaited.options, maxAge: 0 });
  response.headers.append("set-cookie", cookie);
  return response;
}

async function signOut(request: NextRequest, form: Record<string, unknown>): Promise<Response> {
  await endSessionOf(request);
  const response = seeOther(localePath(parseSignIn(form).locale, "/"));
  const { name, options } = sessionCookie();
  response.cookies.set(name, "", { ...options, maxAge: 0 });
  return response;
}

function clientIp(request: NextRequest): string {
  return request.headers.get("x-samling-client-ip") ?? "unknown";
}

async function endSessionOf(request: NextRequest): Promise<void> {
  const token = request.cookies.get(sessionCookie().name)?.value;
  if (token) await endSession(token);
}

/** A small urlencoded form with each field once, or null. */
async function readForm(request: NextRequest): Promise<Record<string, unknown> | null> {
  if (!request.headers.get("content-type")?.startsWith("application/x-www-form-urlencoded")) return null;
  if (Number(request.headers.get("content-length") ?? MAX_BODY + 1) > MAX_BODY) return null;
  const fields = [...new URLSearchParams(await request.text())];
  const form = Object.fromEntries(fields);
  return Object.keys(form).length === fields.length ? form : null;
}

/** After a POST, the browser gets the next page. Relative: the address of this site is the browser's business. */
function seeOther(path: string): NextResponse {
  return new NextResponse(null, { status: 303, headers: { location: path, "cache-control": "no-store" } });
}

function notFound(): Response {
  return new Response(null, { status: 404 });
}
