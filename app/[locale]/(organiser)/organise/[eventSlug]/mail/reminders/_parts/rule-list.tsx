import { Temporal } from "temporal-polyfill";
import type { Locale } from "@/lib/core/localised";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { countOccasions } from "@/lib/reminders/queries/audience";
import type { EventRules, PlannedRule } from "@/lib/reminders/queries/event-rules";
import { ToolForm } from "../../../../../_form/tool-form";
import { switchOne } from "../actions";
import styles from "./reminders.module.css";
import { groupInWords, timingInWords, whenInWords } from "./rule-words";

type Props = { readonly event: EventRules; readonly slug: string; readonly locale: Locale };

/** The rules in the order in which they are due, each in words with how many it reaches, and a switch. */
export async function RuleList({ event, slug, locale, now }: Props & { readonly now: Temporal.Instant }) {
  const isAhead = ({ scheduledAt, status }: PlannedRule) =>
    scheduledAt !== null && status !== "sent" && Temporal.Instant.compare(scheduledAt, now) > 0;
  const ahead = event.rules.filter(isAhead);
  const counts = await countOccasions(ahead.flatMap(({ occasion }) => (occasion ? [occasion] : [])));
  return (
    <ol className={styles["rules"]}>
      {event.rules.map((rule) => (
        <li key={rule.id} className={styles["rule"]} data-status={rule.status}>
          <RuleLine
            {...{ rule, event, slug, locale }}
            count={isAhead(rule) && rule.occasion ? (counts.get(rule.occasion) ?? 0) : null}
          />
        </li>
      ))}
    </ol>
  );
}

function RuleLine({ rule, event, slug, locale, count }: Props & { rule: PlannedRule; count: number | null }) {
  const t = translator(locale, "reminders");
  const when = whenInWords(rule.scheduledAt, event.timeZone, locale);
  const path = localePath(locale, `/organise/${slug}/mail/reminders/${rule.id}`);
  const words = [
    timingInWords(rule, locale),
    groupInWords(rule, event.categories, locale),
    ...(count === null ? [] : [t("gets", { count })]),
  ];
  const to = rule.enabled ? "off" : "on";
  return (
    <>
      <div>
        <h3 className={styles["when"]}>{when}</h3>
        <p className={styles["words"]}>{words.join(" · ")}</p>
        <p className={styles["status"]}>
          {t(`status.${rule.status}`)}
          {!rule.enabled && rule.status !== "off" && ` (${t("isOff")})`}
        </p>
      </div>
      <div className={styles["acts"]}>
        <a href={path} aria-label={t("seeOf", { when })}>
          {t("see")}
        </a>
        <ToolForm
          action={switchOne}
          hidden={{ event: slug, language: locale, id: rule.id, revision: String(rule.revision), to }}
          texts={{
            submit: t(rule.enabled ? "turnOff" : "turnOn"),
            label: t(rule.enabled ? "turnOffOf" : "turnOnOf", { when }),
            working: t("working"),
            errorTitle: t("errorTitle"),
          }}
        />
      </div>
    </>
  );
}
