import type { Locale } from "@/lib/core/localised";
import { formatDate, formatNumber, inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { EventWithData } from "@/lib/retention/queries/due-data";
import type { RetentionOfClass } from "@/lib/retention/queries/retention";
import { ToolForm } from "../../_form/tool-form";
import { ShapeMark } from "../../_frame/state-mark";
import tableStyles from "../../_frame/table.module.css";
import { save, turn } from "./actions";
import styles from "./retention.module.css";

type Props = { readonly organisationId: string; readonly of: RetentionOfClass; readonly locale: Locale };

/** One class of data: the rule, exactly what it takes now and later, and the way to change or switch it. */
export function ClassSection({ organisationId, of: { dataClass, fewest, usual, rule }, locale }: Props) {
  const t = translator(locale, "retention");
  const name = t(`class.${dataClass}`);
  const hidden = { organisation: organisationId, dataClass, language: locale };
  const texts = { working: t("working"), errorTitle: t("errorTitle") };
  const count = rule?.due.reduce((sum, event) => sum + event.count, 0) ?? 0;
  return (
    <section id={`${dataClass}-${organisationId}`} className={styles["class"]} aria-label={name}>
      <h3>
        {name} <ShapeMark shape={rule?.isOn ? "full" : "ring"} word={t(rule?.isOn ? "on" : rule ? "off" : "kept")} />
      </h3>
      <p>{t(`about.${dataClass}`, { months: fewest })}</p>
      {rule && (
        <>
          <p>{t("rule", { months: rule.months, decision: rule.decision })}</p>
          <p>
            <strong>{t(rule.isOn ? "takesOn" : "takesOff", { count })}</strong>
          </p>
          {rule.due.length > 0 && <EventList events={rule.due} caption={t("due")} locale={locale} />}
          {rule.later.length > 0 && (
            <details>
              <summary>{t("later", { count: rule.later.length })}</summary>
              <EventList events={rule.later} caption={t("laterCaption")} locale={locale} />
            </details>
          )}
          <ToolForm
            action={turn}
            hidden={{ ...hidden, to: rule.isOn ? "off" : "on", revision: String(rule.revision), seen: String(count) }}
            texts={{
              ...texts,
              submit: t(rule.isOn ? "switchOff" : "switchOn"),
              label: `${t(rule.isOn ? "switchOff" : "switchOn")}: ${name}`,
            }}
          />
        </>
      )}
      {rule && <h4>{t("change")}</h4>}
      <ToolForm
        action={save}
        hidden={hidden}
        fields={[
          { name: "months", label: t("months"), type: "text", value: String(rule?.months ?? usual) },
          { name: "decision", label: t("decision"), type: "text", value: rule?.decision ?? "" },
        ]}
        texts={{ ...texts, submit: t("save"), label: `${t("save")}: ${name}` }}
      />
    </section>
  );
}

function EventList({
  events,
  caption,
  locale,
}: {
  readonly events: readonly EventWithData[];
  readonly caption: string;
  readonly locale: Locale;
}) {
  const t = translator(locale, "retention");
  return (
    <div className={tableStyles["scroll"]}>
      <table className={`${tableStyles["table"]} ${tableStyles["list"]}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("event")}</th>
            <th scope="col">{t("endsOn")}</th>
            <th scope="col">{t("goneFrom")}</th>
            <th scope="col" className={tableStyles["number"]}>
              {t("count")}
            </th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => (
            <tr key={event.eventId}>
              <th scope="row">{inLocale(event.title, locale)}</th>
              <td data-label={t("endsOn")}>{formatDate(event.endsOn, locale)}</td>
              <td data-label={t("goneFrom")}>{formatDate(event.goneFrom, locale)}</td>
              <td data-label={t("count")} className={tableStyles["number"]}>
                {formatNumber(event.count, locale)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
