import type { EventScope } from "@/lib/auth/scopes";
import { dryRun } from "@/lib/bulk/queries/dry-run";
import type { BulkWish, Selection } from "@/lib/bulk/schema";
import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import type { RawParameters } from "@/lib/reports/schema";
import { ToolForm } from "../../../../_form/tool-form";
import { confirm } from "./actions";
import styles from "./bulk.module.css";
import { readWish } from "./wish-in-address";

type Props = {
  readonly locale: Locale;
  readonly slug: string;
  readonly scope: EventScope;
  readonly selection: Selection;
  readonly raw: RawParameters;
};

/** How many would be changed and who not, and the button that does it. */
export async function DryRunSection({ locale, slug, scope, selection, raw }: Props) {
  const t = translator(locale, "participantList");
  const read = readWish(raw);
  if (!read) return null;
  const { act, wish } = read;
  if (!wish)
    return (
      <p role="alert" className={styles["dry"]}>
        {act === "approve" || act === "cancel" ? t("gone") : t(`incomplete.${act}`)}
      </p>
    );
  const { changed, leftOut, fingerprint } = await dryRun(scope, selection, wish);
  return (
    <section className={styles["dry"]} aria-labelledby="dry" role="status">
      <h2 id="dry">{t("dryTitle")}</h2>
      <p>
        {changed > 0 ? t(`dry.${act}`, { count: changed }) : t("dryNothing")} {changed > 0 && mailsOf(wish, locale)}
      </p>
      <ul>
        {leftOut.map(({ why, count }) => (
          <li key={why}>{t("left", { count, why: t(`why.${why}`) })}</li>
        ))}
      </ul>
      {changed > 0 && (
        <ToolForm
          action={confirm}
          hidden={{ event: slug, language: locale, id: crypto.randomUUID(), fingerprint, query: queryOf(raw) }}
          texts={{
            submit: t(`confirm.${act}`, { count: formatNumber(changed, locale) }),
            working: t("working"),
            errorTitle: t("errorTitle", { title: t("bulkTitle") }),
          }}
        />
      )}
    </section>
  );
}

function mailsOf(wish: BulkWish, locale: Locale): string {
  const t = translator(locale, "participantList");
  if ("tells" in wish) return t(wish.tells ? "withMail" : "withoutMail");
  return wish.do === "tag" || wish.do === "untag" ? t("withoutMail") : "";
}

/** The page's own address, which says who is meant and what is wished, to be read again when it is confirmed. */
function queryOf(raw: RawParameters): string {
  const pairs = Object.entries(raw).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new URLSearchParams(pairs).toString();
}
