import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getEventRules } from "@/lib/reminders/queries/event-rules";
import type { RawParameters } from "@/lib/reports/schema";
import { requireEvent } from "../../../../../_access/require";
import { ToolForm } from "../../../../../_form/tool-form";
import frameStyles from "../../../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../../../_frame/organiser-frame";
import { MailPages } from "../../mail-pages";
import styles from "../_parts/reminders.module.css";
import { daysInWords, ruleFields } from "../_parts/rule-fields";
import { add } from "../actions";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<RawParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "reminders")("newTitle"), robots: { index: false } };
}

/** A new rule: first to whom, then when. */
export default async function NewReminderPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const now = currentInstant();
  const all = `/organise/${slug}/mail/reminders`;
  const here = `${all}/new`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path: here }, now);
  const event = await getEventRules(scope, now);
  const t = translator(locale, "reminders");
  const form = event.forms.find(({ kind }) => kind === raw["kind"]);
  const path = localePath(locale, here);
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={form ? t("oneTitle", { group: t(`group.${form.kind}`) }) : t("newTitle")}
      event={{ slug, title: event.title, role: scope.role, current: "mail" }}
    >
      <MailPages current="reminders" role={scope.role} slug={slug} locale={locale} />
      {form ? (
        <>
          <p>{t(`about.${form.kind}`)}</p>
          <p>{daysInWords(form, locale)}</p>
          <ToolForm
            action={add}
            hidden={{ event: slug, language: locale, kind: form.kind }}
            fields={ruleFields(form, null, event, locale)}
            texts={{ submit: t("make"), working: t("working"), errorTitle: t("errorTitle") }}
          />
          <p>
            <a href={path}>{t("otherGroup")}</a>
          </p>
        </>
      ) : (
        <section className={frameStyles["section"]} aria-labelledby="to">
          <h2 id="to">{t("newTo")}</h2>
          <ul className={styles["groups"]} aria-labelledby="to">
            {event.forms.map(({ kind: each }) => (
              <li key={each}>
                <a href={`${path}?kind=${each}`}>{t(`group.${each}`)}</a>
                <p>{t(`about.${each}`)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
      <p>
        <a href={localePath(locale, all)}>{t("back")}</a>
      </p>
    </OrganiserFrame>
  );
}
