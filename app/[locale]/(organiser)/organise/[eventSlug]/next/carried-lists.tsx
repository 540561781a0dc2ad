import type { Locale } from "@/lib/core/localised";
import type { EditionReview } from "@/lib/events/queries/edition-review";
import { formatList } from "@/lib/i18n/format";
import { localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import frameStyles from "../../../_frame/frame.module.css";
import styles from "./next.module.css";

type Props = { readonly review: EditionReview; readonly slug: string; readonly locale: Locale };

const CARRIED = ["sessions", "categories", "questions", "reminderRules", "ownTexts"] as const;
const LEFT = ["registrations", "invitations", "vouchers", "speakers"] as const;

/** Who is named and may have changed; before the edition is made also what comes along and what does not. */
export function CarriedLists({ review, slug, locale }: Props) {
  const t = translator(locale, "nextEdition");
  const { contact, bodies, carried, left } = review;
  const edited = (words: string, path: string) =>
    review.stage === "made" ? <a href={localePath(locale, `/organise/${slug}/edit${path}`)}>{words}</a> : words;
  return (
    <>
      <section className={frameStyles["section"]} aria-labelledby="people">
        <h2 id="people">{t("people")}</h2>
        <ul className={frameStyles["links"]}>
          <li>{edited(t("contact", { name: contact.name, email: contact.email }), "#contactName")}</li>
          <li>
            {edited(contact.pageOwner ? t("pageOwner", { name: contact.pageOwner }) : t("noPageOwner"), "#pageOwner")}
          </li>
          {bodies.length > 0 && <li>{edited(t("bodies", { names: formatList(bodies, locale) }), "/partners")}</li>}
        </ul>
      </section>
      {review.stage === "planned" && (
        <div className={styles["sides"]}>
          <section aria-labelledby="carried">
            <h2 id="carried">{t("comesAlong")}</h2>
            <ul>
              {CARRIED.filter((what) => carried[what] > 0).map((what) => (
                <li key={what}>{t(`carried.${what}`, { count: carried[what] })}</li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="left">
            <h2 id="left">{t("staysBehind")}</h2>
            <ul>
              {LEFT.filter((what) => left[what] > 0).map((what) => (
                <li key={what}>{t(`left.${what}`, { count: left[what] })}</li>
              ))}
              <li>{t("left.rest")}</li>
            </ul>
          </section>
        </div>
      )}
    </>
  );
}
