import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { formatMoment } from "@/lib/i18n/format";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { findChangesToTell } from "@/lib/registrations/queries/changes-to-tell";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { requireEvent } from "../../../../_access/require";
import { ToolForm } from "../../../../_form/tool-form";
import { EmptyState } from "../../../../_frame/empty-state";
import frameStyles from "../../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import tableStyles from "../../../../_frame/table.module.css";
import { MailPages } from "../mail-pages";
import { tell } from "./actions";
import styles from "./changes.module.css";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "eventChanges")("title"), robots: { index: false } };
}

/** What has changed at the event since people were told, what the mail about it would say, and the button that sends it. */
export default async function ChangesPage({ params, searchParams }: Props) {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const path = `/organise/${slug}/mail/changes`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path }, now);
  const [facets, untold] = await Promise.all([getEventFacets(scope), findChangesToTell(scope, locale, now)]);
  const t = translator(locale, "eventChanges");
  const { done } = await searchParams;
  const errorTitle = t("errorTitle");
  const hidden = { event: slug, language: locale, change: untold?.id ?? "", mark: untold?.mark ?? "" };
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title: facets.title, role: scope.role, current: "mail" }}
    >
      <MailPages slug={slug} role={scope.role} current="changes" locale={locale} />
      {(done === "told" || done === "quiet") && (
        <p className={frameStyles["notice"]} role="status">
          {t(`done.${done}`)}
        </p>
      )}
      {!untold && (
        <EmptyState title={t("none")}>
          <p>{t("noneHelp")}</p>
        </EmptyState>
      )}
      {untold && (
        <>
          <p>{t("lead", { moment: formatMoment(untold.changedAt, facets.timeZone, locale) })}</p>
          <section className={frameStyles["section"]} aria-labelledby="what">
            <h2 id="what">{t("what")}</h2>
            <table className={tableStyles["table"]}>
              <caption>{t("caption")}</caption>
              <tbody>
                {untold.changes.map(({ label, lines }) => (
                  <tr key={`${label} ${lines.join(" ")}`}>
                    <th scope="row">{label}</th>
                    <td>
                      {lines.map((line) => (
                        <div key={line}>{line}</div>
                      ))}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          {untold.preview && (
            <section className={frameStyles["section"]} aria-labelledby="preview">
              <h2 id="preview">{t("preview")}</h2>
              <p>
                {t("previewAs", { name: untold.preview.name })} <strong>{untold.preview.subject}</strong>
              </p>
              <iframe className={styles["letter"]} title={t("frame")} srcDoc={untold.preview.html} sandbox="" />
            </section>
          )}
          <section className={frameStyles["section"]} aria-labelledby="tell">
            <h2 id="tell">{t("tell")}</h2>
            <p>{t("concerned", { count: untold.concerned })}</p>
            {untold.concerned > 0 && (
              <ToolForm
                action={tell}
                hidden={{ ...hidden, tells: "yes" }}
                texts={{ submit: t("submit", { count: untold.concerned }), working: t("working"), errorTitle }}
              />
            )}
            <p>{t("quietHelp")}</p>
            <ToolForm action={tell} hidden={hidden} texts={{ submit: t("quiet"), working: t("working"), errorTitle }} />
          </section>
        </>
      )}
    </OrganiserFrame>
  );
}
