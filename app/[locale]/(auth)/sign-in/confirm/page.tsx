import type { Metadata } from "next";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import styles from "../../_form/sign-in-form.module.css";
import { SignInPage } from "../../_form/sign-in-page";

type Props = {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export const metadata: Metadata = { title: null, robots: { index: false } };

/** Where the mail's link leads. Opening it, as mail scanners do, uses nothing up: the button signs in. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const [{ locale: code }, query] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const [email = "", token = ""] = [query["email"], query["token"]].map((value) => [value].flat()[0]);
  const t = translator(locale, "signIn");
  const isWhole = email !== "" && token !== "";
  return (
    <SignInPage
      locale={locale}
      title={t("confirmTitle")}
      lead={isWhole ? t("confirmLead", { email }) : ""}
      error={isWhole ? null : "sign_in_invalid"}
    >
      {isWhole && (
        <form method="post" action="/api/auth/callback/email">
          <input type="hidden" name="locale" value={locale} />
          <input type="hidden" name="email" value={email} />
          <input type="hidden" name="token" value={token} />
          <button type="submit" className={styles["button"]}>
            {t("signIn")}
          </button>
        </form>
      )}
      <p className={styles["after"]}>
        <a href={localePath(locale, "/sign-in")}>{t("again")}</a>
      </p>
    </SignInPage>
  );
}
