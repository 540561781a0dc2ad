import type { Adapter, AdapterUser } from "next-auth/adapters";
import type { Temporal } from "temporal-polyfill";
import { toTimestamp } from "@/lib/core/clock";
import { consumeSignIn, type SignInProof } from "./commands/consume-sign-in";
import { endSession } from "./commands/end-session";
import { startSession } from "./commands/start-session";
import { findUserByEmail, findUserById } from "./queries/user";
import { sessionExpiry } from "./rules/sign-in-validity";

/**
 * next-auth's storage for one request that signs in by mail. The proof is what this request's form held: the link's token
 * and the typed code go through the same command, and next-auth's own hash of the token is not used. Nobody is registered
 * here: who signs in is a user already.
 */
export function signInAdapter(proof: SignInProof, now: Temporal.Instant): Adapter {
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
    // Whoever was signed in here before does not matter: the route ends that session.
    getSessionAndUser: () => null,
    deleteSession: endSession,
  };
}

function asAdapterUser(user: { id: string; email: string; name: string | null } | null): AdapterUser | null {
  return user ? { ...user, emailVerified: null } : null;
}
