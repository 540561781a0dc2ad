import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { oidcName } from "@/lib/auth/oidc";
import { onSitePath } from "@/lib/auth/on-site-path";
import { sessionCookie } from "@/lib/auth/session-cookie";
import { openUser } from "@/lib/auth/user-gate";
import { currentInstant } from "@/lib/core/clock";
import { inLocale } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { findInvitation } from "@/lib/members/queries/invitations";
import { awaitedAddress } from "../_form/awaited-address";
import { readError } from "../_form/sign-in-error";
import styles from "../_form/sign-in-form.module.css";
import { SignInPage } from "../_form/sign-in-page";

type Props = {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

// The page writes its own title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** Asks for the address to which a link and a code are sent. */
export default async function RequestPage({ params, searchParams }: Props) {
  const [{ locale: code }, query] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const next = onSitePath([query["next"]].flat()[0]);
  const user = await openUser((await cookies()).get(sessionCookie().name)?.value, currentInstant());
  if (user.ok) redirect(next ?? localePath(locale, "/organise"));
  const error = readError(query["error"]);
  const invitation = await findInvitation([query["invitation"]].flat()[0], currentInstant());
  const typed = error ? await awaitedAddress() : (invitation?.email ?? "");
  const t = translator(locale, "signIn");
  const provider = oidcName();
  const way = { locale, ...(next && { next }) };
  return (
    <SignInPage
      locale={locale}
      title={t("title")}
      lead={
        invitation
          ? t("invitedLead", { place: invitation.event ? inLocale(invitation.event, locale) : invitation.organisation })
          : t("lead")
      }
      error={error}
      {...(error === "email_invalid" ? { field: "email" } : {})}
    >
      {provider !== null && (
        <>
          <p>
            <a className={styles["way"]} href={`/api/auth/signin/oidc?${new URLSearchParams(way)}`}>
              {t("withProvider", { name: provider })}
            </a>
          </p>
          <p>{t("orByMail")}</p>
        </>
      )}
      <form method="post" action="/api/auth/signin" noValidate>
        <input type="hidden" name="locale" value={locale} />
        {next && <input type="hidden" name="next" value={next} />}
        <div className={styles["field"]}>
          <label htmlFor="email">{t("email")}</label>
          <input
            id="email"
            name="email"
            type="email"
            autoComplete="email"
            maxLength={254}
            required
            defaultValue={typed}
            aria-invalid={error === "email_invalid" || undefined}
          />
        </div>
        <button type="submit" className={styles["button"]}>
          {t("send")}
        </button>
      </form>
      <p className={styles["after"]}>
        {t("attendee")} <a href={localePath(locale, "/resend")}>{translator(locale, "selfService")("resendWay")}</a>
      </p>
    </SignInPage>
  );
}
