import type { Adapter, AdapterUser } from "next-auth/adapters";
import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { consumeSignIn, type SignInProof } from "./commands/consume-sign-in";
import { endSession } from "./commands/end-session";
import { startSession } from "./commands/start-session";
import { findUserByEmail, findUserById } from "./queries";
import { sessionExpiry } from "./rules/sign-in-validity";

/**
 * The part of next-auth's storage that signing in by mail uses, for one request: the proof is what this request's form
 * held, so that the link's token and the typed code go through the same command, and next-auth's own hash of the token
 * is not needed. Users are never made here: who signs in exists already.
 */
export function adapterFor(proof: SignInProof, now: Temporal.Instant): Adapter {
  return {
    createVerificationToken: () => null,
    async useVerificationToken() {
      const consumed = await consumeSignIn(proof, now);
      return consumed.ok ? { identifier: proof.email, token: "", expires: toTimestamp(sessionExpiry(now)) } : null;
    },
    getUserByEmail: async (email) => asAdapterUser(await findUserByEmail(email)),
    async updateUser({ id }) {
      const user = asAdapterUser(await findUserById(id));
      if (!user) throw new Error("the user vanished while signing in");
      return user;
    },
    async createSession({ sessionToken, userId }) {
      const { expiresAt } = await startSession(sessionToken, userId, now);
      return { sessionToken, userId, expires: expiresAt };
    },
    // A browser that signs in again gets a new session; its old cookie dies with it.
    async getSessionAndUser(sessionToken) {
      await endSession(sessionToken);
      return null;
    },
    deleteSession: endSession,
  };
}

function asAdapterUser(user: { id: string; email: string; name: string | null } | null): AdapterUser | null {
  return user ? { ...user, emailVerified: null } : null;
}
