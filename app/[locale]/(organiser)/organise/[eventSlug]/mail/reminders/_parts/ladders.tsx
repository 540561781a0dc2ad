import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { EventRules } from "@/lib/reminders/queries/event-rules";
import { ToolForm } from "../../../../../_form/tool-form";
import frameStyles from "../../../../../_frame/frame.module.css";
import { ladder } from "../actions";
import styles from "./reminders.module.css";

type Props = { readonly event: EventRules; readonly slug: string; readonly locale: Locale };

/** The ladders, ready to be switched on with one press each. */
export function Ladders({ event, slug, locale }: Props) {
  const t = translator(locale, "reminders");
  return (
    <section className={frameStyles["section"]} aria-labelledby="ladders">
      <h2 id="ladders">{t("ladder")}</h2>
      <p>{t("ladderHelp")}</p>
      <ul className={styles["rules"]}>
        {event.ladders.map(({ kind, isOn, isPossible }) => {
          const group = t(`ladderTo.${kind}`);
          return (
            <li key={kind} className={styles["rule"]}>
              <div>
                <p className={styles["words"]}>
                  <strong>{group}</strong>
                </p>
                <p className={styles["status"]}>
                  {t(isPossible ? (isOn ? "ladderIsOn" : "ladderIsOff") : "ladderNoDay")}
                </p>
              </div>
              {isPossible && (
                <div className={styles["acts"]}>
                  <ToolForm
                    action={ladder}
                    hidden={{ event: slug, language: locale, kind, to: isOn ? "off" : "on" }}
                    texts={{
                      submit: t(isOn ? "ladderOff" : "ladderOn"),
                      label: t(isOn ? "ladderOffOf" : "ladderOnOf", { group }),
                      working: t("working"),
                      errorTitle: t("errorTitle"),
                    }}
                  />
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
