import type { Locale } from "@/lib/core/localised";
import type { Mention } from "@/lib/events/queries/edition-review";
import { inLocale } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import frameStyles from "../../../_frame/frame.module.css";

type Props = {
  readonly mentions: readonly Mention[];
  readonly slug: string;
  /** Before the edition is made there is nothing to edit in it. */
  readonly isMade: boolean;
  readonly locale: Locale;
};

/** The texts that still speak of another edition, with the words that do and the way to each. */
export function MentionList({ mentions, slug, isMade, locale }: Props) {
  const t = translator(locale, "nextEdition");
  return (
    <section className={frameStyles["section"]} aria-labelledby="mentions">
      <h2 id="mentions">{t("mentions")}</h2>
      {mentions.length === 0 && <p>{t("noMentions")}</p>}
      {mentions.length > 0 && !isMade && <p>{t("mentionsLead")}</p>}
      <ul>
        {mentions.map(({ kind, name, path, words, key }) => {
          const where = t(`mention.${kind}`, { name: name ? inLocale(name, locale) : "" });
          return (
            <li key={key}>
              {isMade && path ? <a href={localePath(locale, `/organise/${slug}${path}`)}>{where}</a> : where}:{" "}
              {words.map((word) => `”${word}”`).join(", ")}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
