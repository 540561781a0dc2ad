import type { Metadata } from "next";
import { onSitePath } from "@/lib/auth/on-site-path";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { awaitedAddress } from "../../_form/awaited-address";
import { readError } from "../../_form/sign-in-error";
import styles from "../../_form/sign-in-form.module.css";
import { SignInPage } from "../../_form/sign-in-page";

type Props = {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: null, robots: { index: false } };

/** Says that a mail is on its way if the address is known, and takes the code from it. */
export default async function CodePage({ params, searchParams }: Props) {
  const [{ locale: code }, query] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const next = onSitePath([query["next"]].flat()[0]);
  const error = readError(query["error"]);
  const email = await awaitedAddress();
  const t = translator(locale, "signIn");
  return (
    <SignInPage locale={locale} title={t("codeTitle")} lead={t("codeLead")} error={error} field="code">
      <form method="post" action="/api/auth/callback/email" noValidate>
        <input type="hidden" name="locale" value={locale} />
        {next && <input type="hidden" name="next" value={next} />}
        {email ? (
          <>
            <p>{t("codeSentTo", { email })}</p>
            <input type="hidden" name="email" value={email} />
          </>
        ) : (
          <div className={styles["field"]}>
            <label htmlFor="email">{t("email")}</label>
            <input id="email" name="email" type="email" autoComplete="email" maxLength={254} required />
          </div>
        )}
        <div className={`${styles["field"]} ${styles["code"]}`}>
          <label htmlFor="code">{t("code")}</label>
          <p id="code-help" className={styles["help"]}>
            {t("codeHelp")}
          </p>
          <input
            id="code"
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={12}
            required
            aria-describedby="code-help"
            aria-invalid={error === "code_invalid" || undefined}
          />
        </div>
        <button type="submit" className={styles["button"]}>
          {t("signIn")}
        </button>
      </form>
      <p className={styles["after"]}>
        <a href={localePath(locale, "/sign-in")}>{t("again")}</a>
      </p>
    </SignInPage>
  );
}
