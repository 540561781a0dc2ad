import { NextRequest } from "next/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GET } from "@/app/api/auth/[...nextauth]/route";
import { oidcName } from "@/lib/auth/oidc";
import { openUser } from "@/lib/auth/user-gate";
import { currentInstant, toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { createMember } from "../../support/factories/member";
import { createOrganisation } from "../../support/factories/organisation";
import { nextNumber } from "../../support/factories/sequence";
import { type Person, type RunningProvider, startOidcProvider } from "../../support/oidc-provider";

const SITE = "http://localhost:3000";
const FIREFOX = "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0";
const db = database();
let provider: RunningProvider;

beforeAll(async () => {
  provider = await startOidcProvider(`${SITE}/api/auth/callback/oidc`);
  provider.configure("Kommuninloggning");
});
afterAll(() => provider.stop());

type Cookies = Map<string, string>;

/** Asks one of our routes as a browser with these cookies, and keeps what it sets. */
async function ask(path: string, cookies: Cookies) {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const request = new NextRequest(`${SITE}${path}`, {
    headers: { cookie, "user-agent": FIREFOX, "x-samling-client-ip": `192.0.2.${nextNumber()}` },
  });
  const nextauth = (path.split("?")[0] ?? "").split("/").slice(3);
  const answer = await GET(request, { params: Promise.resolve({ nextauth }) });
  for (const set of answer.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
    if (/Max-Age=0/i.test(set)) cookies.delete(name);
    else cookies.set(name, value);
  }
  return { status: answer.status, location: answer.headers.get("location") ?? "" };
}

/** From the link on the sign-in page, by way of the provider, to where the browser ends up. */
async function signIn(person: Person, query = "") {
  const cookies: Cookies = new Map();
  provider.seat(person);
  const begun = await ask(`/api/auth/signin/oidc${query}`, cookies);
  const back = await provider.visit(begun.location);
  const end = await ask(back.pathname + back.search, cookies);
  return { begun, back, end, cookies, session: cookies.get("samling-session") };
}

const member = async () => createMember(db, (await createOrganisation(db)).id, "EDITOR");
const users = () => db.user.count();

describe("signing in with an OpenID Connect provider", () => {
  it("is offered under the provider's own name", () => {
    expect(oidcName()).toBe("Kommuninloggning");
  });

  it("sends the browser there with PKCE, state and nonce, and lets in whose address the provider has verified", async () => {
    const { id, email } = await member();
    const { begun, end, session } = await signIn(
      { sub: "anna-1", email: email.toUpperCase(), email_verified: true },
      "?locale=en&next=/en/organise/x",
    );
    expect(begun.status).toBe(303);
    const asked = new URL(begun.location).searchParams;
    expect(Object.fromEntries(asked)).toMatchObject({
      ...{ client_id: "samling", response_type: "code", code_challenge_method: "S256" },
      ...{ redirect_uri: `${SITE}/api/auth/callback/oidc`, scope: "openid email profile" },
    });
    for (const proof of ["state", "nonce", "code_challenge"]) expect(asked.get(proof)).toMatch(/^[\w-]{20,}$/);
    expect(end).toEqual({ status: 303, location: "/en/organise/x" });
    expect(await openUser(session, currentInstant())).toMatchObject({ ok: true, value: { userId: id } });
    expect(await db.userSession.findFirstOrThrow({ where: { userId: id } })).toMatchObject({
      ...{ browser: "Firefox", system: "Windows" },
    });
  });

  it("knows whom it has let in by the provider's name for them, whatever their address has become", async () => {
    const { id, email } = await member();
    await signIn({ sub: "bo-1", email, email_verified: true });
    const again = await signIn({ sub: "bo-1", email: "annan@example.org", email_verified: false });
    expect(await openUser(again.session, currentInstant())).toMatchObject({ ok: true, value: { userId: id } });
    expect(again.end.location).toBe("/organise");
    await db.user.update({ where: { id }, data: { disabledAt: toTimestamp(currentInstant()) } });
    expect((await openUser(again.session, currentInstant())).ok).toBe(false);
    expect((await signIn({ sub: "bo-1", email, email_verified: true })).session).toBeUndefined();
  });

  it.each([
    ["an address that is not verified", { email_verified: false }, "identity_unverified"],
    ["an address nobody vouches for", {}, "identity_unverified"],
  ])("refuses %s", async (_what, claims, error) => {
    const { email } = await member();
    const { end, session } = await signIn({ sub: `c-${nextNumber()}`, email, ...claims });
    expect(end.location).toBe(`/sign-in?error=${error}`);
    expect(session).toBeUndefined();
  });

  it("refuses whoever has the address of a user whom the provider knows as somebody else", async () => {
    const { email } = await member();
    await signIn({ sub: "first-holder", email, email_verified: true });
    const { end, session } = await signIn({ sub: "second-holder", email, email_verified: true });
    expect([end.location, session]).toEqual(["/sign-in?error=identity_unknown", undefined]);
  });

  it("refuses strangers, and takes in newcomers who are invited or may sign up", async () => {
    const before = await users();
    const stranger = await signIn({ sub: "stranger", email: "frammande@example.org", email_verified: true });
    expect([stranger.end.location, await users()]).toEqual(["/sign-in?error=identity_unknown", before]);
    const { id: organisationId } = await createOrganisation(db);
    const email = `inbjuden-${nextNumber()}@example.org`;
    const now = currentInstant();
    const expiresAt = toTimestamp(now.add({ hours: 1 }));
    const invitation = { organisationId, email, role: "VIEWER", createdAt: toTimestamp(now), expiresAt } as const;
    await db.memberInvitation.create({ data: invitation });
    const invited = await signIn({ sub: "invited", email, email_verified: true, name: "Ny Kollega" });
    expect(await openUser(invited.session, now)).toMatchObject({ ok: true, value: { email, name: "Ny Kollega" } });
    const self = `ny-${nextNumber()}@nykommun.example.org`;
    const signedUp = await signIn({ sub: "self", email: self, email_verified: true }, "?locale=en");
    expect(await openUser(signedUp.session, now)).toMatchObject({ ok: true, value: { email: self, locale: "en" } });
  });

  it("refuses an answer that another browser asked for, one that was changed, and one that comes twice", async () => {
    const { email } = await member();
    const person = { sub: "dan-1", email, email_verified: true };
    const { back, cookies, session } = await signIn(person);
    expect(session).toBeDefined();
    const path = back.pathname + back.search;
    for (const carried of [new Map(), cookies]) {
      carried.delete("samling-session");
      expect((await ask(path, carried)).location).toBe("/sign-in?error=oidc_failed");
      expect(carried.get("samling-session")).toBeUndefined();
    }
    provider.seat(person);
    const fresh: Cookies = new Map();
    const begun = await ask("/api/auth/signin/oidc", fresh);
    const returned = await provider.visit(begun.location);
    returned.searchParams.set("state", "another");
    expect((await ask(returned.pathname + returned.search, fresh)).location).toBe("/sign-in?error=oidc_failed");
    const denied = await ask("/api/auth/callback/oidc?error=access_denied", fresh);
    expect(denied.location).toBe("/sign-in?error=oidc_failed");
  });
});
