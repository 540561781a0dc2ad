import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { type Check, findInstallation } from "@/lib/reports/queries/installation";
import { requireUser } from "../../_access/require";
import frameStyles from "../../_frame/frame.module.css";
import { OrganiserFrame } from "../../_frame/organiser-frame";
import { ShapeMark } from "../../_frame/state-mark";
import tableStyles from "../../_frame/table.module.css";

type Props = { readonly params: Promise<{ locale: string }> };

const SHAPES = { ok: "full", look: "half", wrong: "cross" } as const satisfies Record<Check["level"], string>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: translator(localeOf((await params).locale), "installation")("title"),
    robots: { index: false },
  };
}

/** Whether the installation works, point by point, for who owns an organisation on it. */
export default async function StatusPage({ params }: Props) {
  const locale = localeOf((await params).locale);
  const now = currentInstant();
  const user = await requireUser(locale, "/organise/status", now);
  const installation = await findInstallation(user, now);
  if (!installation) notFound();
  const { checks, version } = installation;
  const wrong = checks.filter(({ level }) => level === "wrong").length;
  const t = translator(locale, "installation");
  return (
    <OrganiserFrame locale={locale} email={user.email} heading={t("title")}>
      <p>{t("intro")}</p>
      <p className={frameStyles["notice"]}>{wrong === 0 ? t("allWell") : t("someWrong", { count: wrong })}</p>
      <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
        <thead>
          <tr>
            <th scope="col">{t("point")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ part, level, says, values }) => (
            <tr key={says}>
              <th scope="row">{t(`name.${part}`)}</th>
              <td data-label={t("state")}>
                <ShapeMark shape={SHAPES[level]} word={t(`level.${level}`)} />
              </td>
              <td data-label={t("meaning")}>{t(says, values)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{t("version", { version })}</p>
    </OrganiserFrame>
  );
}
