import { notFound, redirect } from "next/navigation";
import type { Temporal } from "temporal-polyfill";
import { openEvent } from "@/lib/auth/event-gate";
import type { Permission } from "@/lib/auth/policy";
import type { EventScope, UserScope } from "@/lib/auth/scopes";
import { openUser } from "@/lib/auth/user-gate";
import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { sessionToken } from "./session-token";

/** The signed-in user of this page; anybody else goes to sign in, and comes back to `path`. */
export async function requireUser(locale: Locale, path: string, now: Temporal.Instant): Promise<UserScope> {
  const user = await openUser(await sessionToken(), now);
  return user.ok ? user.value : signIn(locale, path);
}

/** The user and the event of this page. Another tenant's event, and what a role does not open, are not found. */
export async function requireEvent(
  locale: Locale,
  { slug, permission, path }: { readonly slug: string; readonly permission: Permission; readonly path: string },
  now: Temporal.Instant,
): Promise<{ readonly user: UserScope; readonly scope: EventScope }> {
  const user = await requireUser(locale, path, now);
  const scope = await openEvent(await sessionToken(), slug, permission, now);
  if (scope.ok) return { user, scope: scope.value };
  return scope.code === "signed_out" ? signIn(locale, path) : notFound();
}

function signIn(locale: Locale, path: string): never {
  redirect(localePath(locale, `/sign-in?${new URLSearchParams({ next: localePath(locale, path) })}`));
}
