import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { type BulkProgress, findBulkChange } from "@/lib/bulk/queries/bulk-change";
import { countSelected } from "@/lib/bulk/queries/dry-run";
import { parseSelection } from "@/lib/bulk/schema";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { formatNumber } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getEventFacets, keepKnown } from "@/lib/reports/queries/event-facets";
import { filterParameters, type RawParameters } from "@/lib/reports/schema";
import { requireEvent } from "../../../../_access/require";
import frameStyles from "../../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import styles from "./bulk.module.css";
import { DryRunSection } from "./dry-run-section";
import { WishForm } from "./wish-form";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<RawParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "participantList");
  return { title: t("bulkTitle"), robots: { index: false } };
}

/** One change of many people: who is meant, what is to be done, what that would do, and how it went. */
export default async function BulkPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const list = `/organise/${slug}/registrations`;
  const asked = { slug, permission: canEdit, path: list };
  const { user, scope } = await requireEvent(locale, asked, currentInstant());
  const facets = await getEventFacets(scope);
  const t = translator(locale, "participantList");
  const run = await findBulkChange(scope, typeof raw["run"] === "string" ? raw["run"] : "");
  const selection = run ? null : parseSelection(raw);
  // A filter that this event does not have would quietly mean everybody.
  const isKnown = selection !== null && keepKnown(selection.filter, facets).ignored.length === 0;
  const meant = selection && isKnown ? (await countSelected(scope, selection)).meant : 0;
  const filter = selection ? new URLSearchParams(filterParameters(selection.filter)).toString() : "";
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("bulkTitle")}
      event={{ slug, title: facets.title, role: scope.role, current: "registrations" }}
    >
      {run && <Result run={run} locale={locale} path={localePath(locale, list)} />}
      {!run && (!selection || meant === 0) && <p role="status">{t("nobody")}</p>}
      {selection && meant > 0 && (
        <>
          <p className={styles["meant"]}>{t(selection.references ? "meantChosen" : "meantAll", { count: meant })}</p>
          <WishForm {...{ locale, facets, raw, selection }} path={localePath(locale, `${list}/bulk`)} />
          {typeof raw["do"] === "string" && <DryRunSection {...{ locale, slug, scope, selection, raw }} />}
          {!selection.references && (
            <p>
              <a href={localePath(locale, `/organise/${slug}/mailings/new${filter && `?${filter}`}`)}>{t("write")}</a>
            </p>
          )}
        </>
      )}
      <p>
        <a href={localePath(locale, list) + (filter && `?${filter}`)}>{t("back")}</a>
      </p>
    </OrganiserFrame>
  );
}

function Result({ run, locale, path }: { readonly run: BulkProgress; readonly locale: Locale; readonly path: string }) {
  const t = translator(locale, "participantList");
  const { done, meant, waiting, leftOut, named, isFinished } = run;
  const number = (value: number) => formatNumber(value, locale);
  return (
    <section className={frameStyles["section"]} aria-labelledby="result">
      {!isFinished && <meta httpEquiv="refresh" content="3" />}
      <h2 id="result">{`${t("doneTitle")}: ${t(`act.${run.wish.do}`)}`}</h2>
      <p role="status">
        {isFinished
          ? t("finished", { count: done })
          : t("goingOn", { done: number(meant - waiting), total: number(meant) })}
      </p>
      <ul>
        {leftOut.map(({ why, count }) => (
          <li key={why}>{t("left", { count, why: t(`why.${why}`) })}</li>
        ))}
      </ul>
      {named.length > 0 && (
        <>
          <h3>{t("leftWho")}</h3>
          <ul>
            {named.map(({ reference, name, why }) => (
              <li key={reference}>
                <a href={`${path}/${reference}`}>{name}</a>: {t(`why.${why}`)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
