import { notFound } from "next/navigation";
import type { Temporal } from "temporal-polyfill";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { getRegistration, type MyRegistration } from "@/lib/registrations/queries/my-registration";
import { findMyScope } from "../../_access/my-registration";

/** What every page about one's own registration begins with. `home` is the path of its first page. */
export type MyOpening = {
  readonly mine: MyRegistration;
  readonly locale: Locale;
  readonly home: string;
  readonly now: Temporal.Instant;
  readonly scope: RegistrationScope;
};

/** Opens the registration whose link was opened in this browser; for anybody else the page does not exist. */
export async function openMine(params: Promise<{ locale: string; reference: string }>): Promise<MyOpening> {
  const { locale: code, reference } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const scope = await findMyScope(reference, now);
  if (!scope) notFound();
  const mine = await getRegistration(scope, now);
  return { mine, locale, home: localePath(locale, `/my/${mine.reference}`), now, scope };
}
