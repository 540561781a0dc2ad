import type { Metadata } from "next";
import { listSessions } from "@/lib/auth/queries/sessions";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { requireUser } from "../../_access/require";
import { ToolForm } from "../../_form/tool-form";
import frameStyles from "../../_frame/frame.module.css";
import { OrganiserFrame } from "../../_frame/organiser-frame";
import { saveProfile } from "./actions";
import { SessionTable } from "./session-table";

type Props = {
  readonly params: Promise<{ locale: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

const DONE = ["saved", "ended", "endedOthers"] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "account")("title"), robots: { index: false } };
}

/** Who one is here, and where one is signed in. */
export default async function AccountPage({ params, searchParams }: Props) {
  const locale = localeOf((await params).locale);
  const now = currentInstant();
  const user = await requireUser(locale, "/organise/account", now);
  const sessions = await listSessions(user, now);
  const said = [(await searchParams)["done"]].flat()[0];
  const done = DONE.find((each) => each === said);
  const t = translator(locale, "account");
  return (
    <OrganiserFrame locale={locale} email={user.email} heading={t("title")}>
      {done && <p role="status">{t(done)}</p>}
      <p>{t("email", { email: user.email })}</p>
      <section className={frameStyles["section"]} aria-labelledby="profile">
        <h2 id="profile">{t("profile")}</h2>
        <ToolForm
          action={saveProfile}
          hidden={{ language: locale }}
          fields={[
            { name: "name", label: t("name"), type: "text", value: user.name ?? "" },
            {
              ...{ name: "locale", label: t("language"), type: "choice", value: user.locale },
              options: [
                { value: "sv", label: t("sv") },
                { value: "en", label: t("en") },
              ],
            },
          ]}
          texts={{ submit: t("save"), working: t("working"), errorTitle: t("errorTitle") }}
        />
      </section>
      <SessionTable locale={locale} sessions={sessions} />
    </OrganiserFrame>
  );
}
