import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { LOG_ACTORS, LOG_TOPICS, type LogFilter, logQuery } from "@/lib/reports/log-schema";
import type { EventLog } from "@/lib/reports/queries/event-log";
import toolStyles from "../../../_frame/tools.module.css";

type Props = {
  readonly filter: LogFilter;
  readonly users: EventLog["users"];
  readonly locale: Locale;
  readonly path: string;
};

/** What part of the log is shown: a plain GET form, so that an address says it. */
export function LogFilterForm({ filter, users, locale, path }: Props) {
  const t = translator(locale, "eventLog");
  return (
    <form method="get" action={path} aria-label={t("filter")} className={toolStyles["search"]}>
      <div className={toolStyles["tools"]}>
        <div>
          <label htmlFor="topic">{t("topicLabel")}</label>
          <select id="topic" name="topic" defaultValue={filter.topic}>
            <option value="">{t("anyTopic")}</option>
            {LOG_TOPICS.map((topic) => (
              <option key={topic} value={topic}>
                {t(`topic.${topic}`)}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="by">{t("by")}</label>
          <select id="by" name="by" defaultValue={filter.by}>
            <option value="">{t("anybody")}</option>
            {LOG_ACTORS.map((actor) => (
              <option key={actor} value={actor}>
                {t(`actor.${actor}`)}
              </option>
            ))}
            {users.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="about">{t("about")}</label>
          <input
            id="about"
            name="about"
            type="text"
            defaultValue={filter.about}
            maxLength={40}
            autoComplete="off"
            size={12}
          />
        </div>
        {(["from", "to"] as const).map((end) => (
          <div key={end}>
            <label htmlFor={end}>{t(end)}</label>
            <input id={end} name={end} type="date" defaultValue={filter[end]} />
          </div>
        ))}
        <button type="submit" className={toolStyles["button"]}>
          {t("show")}
        </button>
        {logQuery(filter) && <a href={path}>{t("clear")}</a>}
      </div>
    </form>
  );
}
