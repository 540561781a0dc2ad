import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getEventRules } from "@/lib/reminders/queries/event-rules";
import { parsePage, type RawParameters } from "@/lib/reports/schema";
import { requireEvent } from "../../../../../_access/require";
import { ToolForm } from "../../../../../_form/tool-form";
import frameStyles from "../../../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../../../_frame/organiser-frame";
import { MailPages } from "../../mail-pages";
import { Audience } from "../_parts/audience";
import { DoneNotice } from "../_parts/done-notice";
import { daysInWords, ruleFields } from "../_parts/rule-fields";
import { groupInWords, timingInWords, whenInWords } from "../_parts/rule-words";
import { change, switchOne } from "../actions";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string; id: string }>;
  readonly searchParams: Promise<RawParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "reminders")("title"), robots: { index: false } };
}

/** One rule: when it is due, exactly who would get it and who would not, and the fields to change it with. */
export default async function ReminderPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug, id }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const all = `/organise/${slug}/mail/reminders`;
  const here = `${all}/${id}`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path: here }, now);
  const event = await getEventRules(scope, now);
  const rule = event.rules.find((each) => each.id === id);
  const form = event.forms.find(({ kind }) => kind === rule?.kind);
  if (!rule || !form) notFound();
  const t = translator(locale, "reminders");
  const { kind, occasion, enabled } = rule;
  const hidden = { event: slug, language: locale, id, revision: String(rule.revision) };
  const texts = { working: t("working"), errorTitle: t("errorTitle") };
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("oneTitle", { group: groupInWords(rule, event.categories, locale) })}
      event={{ slug, title: event.title, role: scope.role, current: "mail" }}
    >
      <MailPages current="reminders" role={scope.role} slug={slug} locale={locale} />
      <DoneNotice done={raw["done"]} locale={locale} />
      <p>
        <strong>{whenInWords(rule.scheduledAt, event.timeZone, locale)}</strong> · {timingInWords(rule, locale)}.{" "}
        {t(`status.${rule.status}`)}
        {!enabled && rule.status !== "off" && ` (${t("isOff")})`}
      </p>
      <p>{t(`about.${kind}`)}</p>
      <section className={frameStyles["section"]} aria-labelledby="change">
        <h2 id="change">{t("change")}</h2>
        <p>{daysInWords(form, locale)}</p>
        <ToolForm
          action={change}
          hidden={{ ...hidden, kind }}
          fields={ruleFields(form, rule, event, locale)}
          texts={{ ...texts, submit: t("save") }}
        />
        <ToolForm
          action={switchOne}
          hidden={{ ...hidden, to: enabled ? "off" : "on" }}
          texts={{ ...texts, submit: t(enabled ? "turnOff" : "turnOn") }}
        />
      </section>
      {occasion && (
        <section className={frameStyles["section"]} aria-labelledby="who">
          <h2 id="who">{t("who")}</h2>
          <p>{t("whoNow")}</p>
          <Audience
            {...{ occasion, slug, locale }}
            shown={raw["shown"] === "left-out" ? "left-out" : "recipients"}
            page={parsePage(raw)}
            path={localePath(locale, here)}
          />
        </section>
      )}
      <section className={frameStyles["section"]} aria-labelledby="remove">
        <h2 id="remove">{t("remove")}</h2>
        <p>{t("removeHelp")}</p>
        <ToolForm
          action={switchOne}
          hidden={{ ...hidden, to: "removed" }}
          texts={{ ...texts, submit: t("remove"), working: t("removing") }}
        />
      </section>
      <p>
        <a href={localePath(locale, all)}>{t("back")}</a>
      </p>
    </OrganiserFrame>
  );
}
