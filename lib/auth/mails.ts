import { signIn } from "@/emails/sign-in";
import { localePath } from "@/lib/i18n/paths";
import type { Composer } from "@/lib/mail/composed";
import { env } from "@/lib/platform/env";
import { issueSignInSecrets } from "./commands/issue-sign-in-secrets";

/** How the sign-in message is composed: its link and code are made now and stored as hashes. */
export const signInMails = {
  "sign-in": async ({ params, to, locale }, now) => {
    const { signInId } = params;
    if (typeof signInId !== "string") return "obsolete";
    const secrets = await issueSignInSecrets(signInId, now);
    if (!secrets.ok) return "obsolete";
    const { token, email, code } = secrets.value;
    const link = new URL(localePath(locale, "/sign-in/confirm"), env().APP_URL);
    link.search = new URLSearchParams({ token, email }).toString();
    return signIn({ name: to.name, code, link: link.href }, locale);
  },
} satisfies Record<string, Composer>;
