import type { Adapter, AdapterUser } from "next-auth/adapters";
import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { consumeSignIn, type SignInProof } from "./commands/consume-sign-in";
import { endSession } from "./commands/end-session";
import { startSession } from "./commands/start-session";
import { findUserByEmail, findUserById, findUserByIdentity } from "./queries/user";
import type { Device } from "./rules/device-words";
import { sessionExpiry } from "./rules/sign-in-validity";

/** The browser that signs in, and the language it reads. */
export type Visitor = { readonly device: Device; readonly locale: Locale };

/**
 * next-auth's storage for one request that signs in by mail. The proof is what this request's form held: the link's token
 * and the typed code go through the same command, and next-auth's own hash of the token is not used. A newcomer
 * who is expected is a user as soon as the proof is used.
 */
export function signInAdapter(proof: SignInProof, visitor: Visitor, now: Temporal.Instant): Adapter {
  return {
    createVerificationToken: () => null,
    async useVerificationToken() {
      const consumed = await consumeSignIn({ ...proof, locale: visitor.locale }, now);
      return consumed.ok ? { identifier: proof.email, token: "", expires: toTimestamp(sessionExpiry(now)) } : null;
    },
    getUserByEmail: async (email) => asAdapterUser(await findUserByEmail(email)),
    async updateUser({ id }) {
      const user = asAdapterUser(await findUserById(id));
      if (!user) throw new Error("the user vanished while signing in");
      return user;
    },
    ...sessions(visitor, now),
  };
}

/**
 * next-auth's storage for one request that comes back from the OpenID Connect provider. Who that is has been decided, and
 * noted, before this is asked: `admitIdentity`.
 */
export function identityAdapter(issuer: string, visitor: Visitor, now: Temporal.Instant): Adapter {
  return {
    getUserByAccount: async ({ providerAccountId }) =>
      asAdapterUser(await findUserByIdentity({ issuer, subject: providerAccountId })),
    ...sessions(visitor, now),
  };
}

function sessions({ device }: Visitor, now: Temporal.Instant) {
  return {
    async createSession({ sessionToken, userId }: { sessionToken: string; userId: string }) {
      const { expiresAt } = await startSession(sessionToken, userId, device, now);
      return { sessionToken, userId, expires: expiresAt };
    },
    // Whoever was signed in here before does not matter: the route ends that session.
    getSessionAndUser: () => null,
    deleteSession: endSession,
  };
}

function asAdapterUser(user: { id: string; email: string; name: string | null } | null): AdapterUser | null {
  return user ? { ...user, emailVerified: null } : null;
}
