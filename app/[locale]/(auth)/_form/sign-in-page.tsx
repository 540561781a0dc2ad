import type { ReactNode } from "react";
import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { type SignInError, signInErrors } from "./sign-in-error";
import styles from "./sign-in-form.module.css";

type Props = {
  readonly locale: Locale;
  readonly title: string;
  readonly lead: ReactNode;
  readonly error: SignInError | null;
  /** The field the error is about; none when there is only a button. */
  readonly field?: string;
  readonly children: ReactNode;
};

/** A step of signing in: what went wrong first and in focus, then the one thing to do. Works without JavaScript. */
export function SignInPage({ locale, title, lead, error, field, children }: Props) {
  const t = translator(locale, "signIn");
  const message = error && signInErrors(locale)[error];
  return (
    <main id="main" className={styles["page"]}>
      <title>{message ? `${t("errorPrefix")} ${title}` : title}</title>
      {message && (
        <div
          className={styles["errors"]}
          role="alert"
          tabIndex={-1}
          aria-labelledby="error-heading"
          // The page is new after every attempt; the browser itself moves the focus to what went wrong.
          // biome-ignore lint/a11y/noAutofocus: an error summary takes the focus
          autoFocus // eslint-disable-line jsx-a11y/no-autofocus
        >
          <h2 id="error-heading">{t("errorSummary")}</h2>
          <p>{field ? <a href={`#${field}`}>{message}</a> : message}</p>
        </div>
      )}
      <h1>{title}</h1>
      <p>{lead}</p>
      {children}
    </main>
  );
}
