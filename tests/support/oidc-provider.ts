import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** What the provider says of somebody who signs in there. */
export type Person = {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
};

export type RunningProvider = {
  /** Makes it the product's provider, by this name; before the process has asked for a setting. */
  readonly configure: (name: string) => void;
  /** Who sits at the browser that comes next. */
  readonly seat: (person: Person) => void;
  /** Follows the provider's pages from where it was asked to where it sends the browser back, as this person. */
  readonly visit: (location: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
};

/**
 * A certified OpenID Connect provider on this machine, with one client that comes back to `callback`. Its sign-in and consent
 * pages are answered by themselves, everything else is the provider's own: it refuses a code without its PKCE verifier.
 */
export async function startOidcProvider(callback: string): Promise<RunningProvider> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { id: "samling", secret: "only-for-the-tests-of-this-repository" };
  let seated: Person = { sub: "nobody" };
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: [callback] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, accountId) => {
      const person = seated;
      return { accountId, claims: () => ({ ...person, sub: accountId }) };
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (!request.url?.startsWith("/interaction/")) return void answer(request, response);
    void (async () => {
      const { grantId, params, prompt } = await provider.interactionDetails(request, response);
      if (prompt.name === "login")
        return provider.interactionFinished(request, response, { login: { accountId: seated.sub } });
      const grant =
        (grantId && (await provider.Grant.find(grantId))) ||
        new provider.Grant({ accountId: seated.sub, clientId: client.id });
      grant.addOIDCScope(String(params["scope"]));
      const consent = { grantId: await grant.save() };
      return provider.interactionFinished(request, response, { consent });
    })();
  });
  return {
    configure(name) {
      process.env["OIDC_ISSUER"] = `${issuer}/`;
      process.env["OIDC_CLIENT_ID"] = client.id;
      process.env["OIDC_CLIENT_SECRET"] = client.secret;
      process.env["OIDC_NAME"] = name;
    },
    seat: (person) => {
      seated = person;
    },
    visit: (location) => follow(location, callback),
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

/** A browser of its own: cookies kept from answer to answer. */
async function follow(location: string, callback: string): Promise<URL> {
  const jar = new Map<string, string>();
  for (let url = location, steps = 0; steps < 12; steps++) {
    if (url.startsWith(callback)) return new URL(url);
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const answer = await fetch(url, { redirect: "manual", headers: { cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name) jar.set(name, value ?? "");
    }
    const next = answer.headers.get("location");
    if (!next) throw new Error(`${url} answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`);
    url = new URL(next, url).href;
  }
  throw new Error("the provider leads round in circles");
}
