import type { SignedInBrowser } from "@/lib/auth/queries/sessions";
import type { Locale } from "@/lib/core/localised";
import { formatMoment } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { ToolForm } from "../../_form/tool-form";
import frameStyles from "../../_frame/frame.module.css";
import tableStyles from "../../_frame/table.module.css";
import { signOut } from "./actions";

const ZONE = "Europe/Stockholm";

type Props = { readonly locale: Locale; readonly sessions: readonly SignedInBrowser[] };

/** The browsers one is signed in with, each with the way to sign it out. */
export function SessionTable({ locale, sessions }: Props) {
  const t = translator(locale, "account");
  const form = (session: string, submit: string, label: string) => (
    <ToolForm
      action={signOut}
      hidden={{ language: locale, session }}
      texts={{ submit, label, working: t("working"), errorTitle: t("errorTitle") }}
    />
  );
  return (
    <section className={frameStyles["section"]} aria-labelledby="sessions">
      <h2 id="sessions">{t("sessions")}</h2>
      <p>{sessions.length > 1 ? t("sessionsHelp") : t("onlyHere")}</p>
      <table className={`${tableStyles["table"]} ${tableStyles["list"]}`} aria-labelledby="sessions">
        <thead>
          <tr>
            {(["browser", "since", "seen", "until", "end"] as const).map((column) => (
              <th key={column} scope="col">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sessions.map((session) => {
            const device = deviceWords(session, locale);
            return (
              <tr key={session.id}>
                <th scope="row">{device}</th>
                <td data-label={t("since")}>{formatMoment(session.since, ZONE, locale)}</td>
                <td data-label={t("seen")}>{formatMoment(session.seenAt, ZONE, locale)}</td>
                <td data-label={t("until")}>{formatMoment(session.expiresAt, ZONE, locale)}</td>
                <td data-label={t("end")}>
                  {session.isThisOne ? t("here") : form(session.id, t("end"), t("endOf", { device }))}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {sessions.length > 1 && form("others", t("endOthers"), t("endOthers"))}
      {form("all", t("endAll"), t("endAll"))}
    </section>
  );
}

function deviceWords({ browser, system }: SignedInBrowser, locale: Locale): string {
  const t = translator(locale, "account");
  if (browser && system) return t("device", { browser, system });
  return browser ?? system ?? t("unknownBrowser");
}
