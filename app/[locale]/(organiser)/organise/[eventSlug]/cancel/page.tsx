import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { formatLongDate, formatNumber, inLocale } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { countToldOfCancellation, TOLD_AS } from "@/lib/registrations/queries/cancellation-recipients";
import { findCancellation } from "@/lib/registrations/queries/event-cancellation";
import { requireEvent } from "../../../_access/require";
import { ToolForm } from "../../../_form/tool-form";
import frameStyles from "../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import tableStyles from "../../../_frame/table.module.css";
import { cancel } from "./actions";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "cancelEvent")("title"), robots: { index: false } };
}

/** Calling an event off: what happens, who is told, a word to them, and a tick so that nobody does it by mistake. */
export default async function CancelEventPage({ params, searchParams }: Props) {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const path = `/organise/${slug}/cancel`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path }, now);
  const [event, counts] = await Promise.all([findCancellation(scope, now), countToldOfCancellation(scope)]);
  const t = translator(locale, "cancelEvent");
  const { done } = await searchParams;
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  const title = inLocale(event.title, locale);
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title: event.title, role: scope.role, current: "settings" }}
    >
      {event.state === "cancelled" && (
        <p className={frameStyles["notice"]} role={done === "cancelled" ? "status" : undefined}>
          {t("isCancelled", { event: title, date: event.cancelledOn ? formatLongDate(event.cancelledOn, locale) : "" })}{" "}
          {t("told", { count: event.told })} <a href={localePath(locale, `/organise/${slug}/mail`)}>{t("seeMail")}</a>
        </p>
      )}
      {event.state === "draft" && <p>{t("isDraft")}</p>}
      {event.state === "over" && <p>{t("isOver")}</p>}
      {event.state === "ahead" && (
        <>
          <p>{t("lead", { event: title })}</p>
          <section className={frameStyles["section"]} aria-labelledby="what">
            <h2 id="what">{t("whatHappens")}</h2>
            <ul>
              {(["page", "registration", "offers", "calendar", "kept", "needs"] as const).map((line) => (
                <li key={line}>{t(`happens.${line}`)}</li>
              ))}
            </ul>
          </section>
          <section className={frameStyles["section"]} aria-labelledby="who">
            <h2 id="who">{t("whoIsTold")}</h2>
            {all === 0 ? (
              <p>{t("nobody")}</p>
            ) : (
              <table className={tableStyles["table"]}>
                <caption>{t("whoCaption")}</caption>
                <thead>
                  <tr>
                    <th scope="col">{t("as")}</th>
                    <th scope="col" className={tableStyles["number"]}>
                      {t("people")}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {TOLD_AS.filter((as) => counts[as] > 0).map((as) => (
                    <tr key={as}>
                      <th scope="row">{t(`toldAs.${as}`)}</th>
                      <td className={tableStyles["number"]}>{formatNumber(counts[as], locale)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
            <p>{t("once")}</p>
          </section>
          <section className={frameStyles["section"]} aria-labelledby="do">
            <h2 id="do">{t("doIt")}</h2>
            <p>{t("messageHelp")}</p>
            <ToolForm
              action={cancel}
              hidden={{ event: slug, language: locale }}
              fields={[
                { name: "message", label: t("message"), type: "long-text", rows: 6 },
                { name: "confirmed", label: t("confirm", { event: title }), type: "tick" },
              ]}
              texts={{
                submit: all > 0 ? t("submitAndTell", { count: all }) : t("submit"),
                working: t("working"),
                errorTitle: t("errorTitle"),
              }}
            />
          </section>
        </>
      )}
    </OrganiserFrame>
  );
}
