import type { ReactNode } from "react";
import type { BulkAct, Selection } from "@/lib/bulk/schema";
import type { Locale } from "@/lib/core/localised";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { EventFacets } from "@/lib/reports/queries/event-facets";
import { filterParameters, type RawParameters } from "@/lib/reports/schema";
import styles from "./bulk.module.css";

type Props = {
  readonly locale: Locale;
  readonly facets: EventFacets;
  readonly raw: RawParameters;
  readonly selection: Selection;
  readonly path: string;
};

/** What is to be done, as a plain GET form: what would happen is shown at an address of its own, before anything does. */
export function WishForm({ locale, facets, raw, selection, path }: Props) {
  const t = translator(locale, "participantList");
  const said = (name: string) => (typeof raw[name] === "string" ? raw[name] : "");
  const kept: [string, string][] = [
    ...Object.entries(filterParameters(selection.filter)),
    ...(selection.references ?? []).map((reference): [string, string] => ["person", reference]),
    ...(selection.references ? [] : [["all", "yes"] as [string, string]]),
  ];
  const act = (one: BulkAct, more?: ReactNode) => (
    <div className={styles["act"]}>
      <label className={styles["option"]}>
        <input type="radio" name="do" value={one} required defaultChecked={said("do") === one} />
        {t(`act.${one}`)}
      </label>
      {more && <div className={styles["more"]}>{more}</div>}
    </div>
  );
  const mail = (one: BulkAct) => (
    <label className={styles["option"]}>
      <input
        type="checkbox"
        name={`${one}.tells`}
        value="yes"
        defaultChecked={said("do") === one ? said(`${one}.tells`) === "yes" : one === "cancel"}
      />
      {t("tells")}
    </label>
  );
  return (
    <form method="get" action={path} className={styles["wish"]}>
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <fieldset>
        <legend>{t("what")}</legend>
        {act(
          "tag",
          <>
            <label htmlFor="tag-word">{t("word")}</label>
            <input
              id="tag-word"
              type="text"
              name="tag.word"
              list="tags"
              defaultValue={said("tag.word")}
              maxLength={40}
            />
          </>,
        )}
        {facets.tags.length > 0 &&
          act(
            "untag",
            <>
              <label htmlFor="untag-word">{t("word")}</label>
              <select id="untag-word" name="untag.word" defaultValue={said("untag.word")}>
                {facets.tags.map(({ key, name }) => (
                  <option key={key}>{name}</option>
                ))}
              </select>
            </>,
          )}
        {facets.categories.length > 1 &&
          act(
            "move",
            <>
              <label htmlFor="to">{t("to")}</label>
              <select id="to" name="move.to" defaultValue={said("move.to")}>
                {facets.categories.map(({ key, name }) => (
                  <option key={key} value={key}>
                    {inLocale(name, locale)}
                  </option>
                ))}
              </select>
              {mail("move")}
            </>,
          )}
        {act("approve")}
        {act(
          "reject",
          <>
            <label htmlFor="reason">{t("reason")}</label>
            <textarea id="reason" name="reject.reason" rows={2} cols={40} defaultValue={said("reject.reason")} />
          </>,
        )}
        {act("cancel", mail("cancel"))}
      </fieldset>
      <datalist id="tags">
        {facets.tags.map(({ key, name }) => (
          <option key={key} value={name} />
        ))}
      </datalist>
      <button type="submit" className={styles["button"]}>
        {t("show")}
      </button>
    </form>
  );
}
