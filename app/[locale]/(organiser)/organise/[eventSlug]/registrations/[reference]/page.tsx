import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canEdit, canSeeRegistrations } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { formatMoment } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { readNeeds } from "@/lib/reports/commands/read-needs";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { getRegistrationDetail } from "@/lib/reports/queries/registration-detail";
import { findOwnWords } from "@/lib/reports/queries/registration-notes";
import { requireEvent } from "../../../../_access/require";
import frameStyles from "../../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { NeedsSection } from "./needs-section";
import { OwnWordsSection } from "./own-words";
import person from "./person.module.css";
import { DoneNotice, PersonActions, PersonsRights, ProtectedIdentity } from "./person-actions";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string; reference: string }>;
  readonly searchParams: Promise<{ readonly needs?: string | string[]; readonly done?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: translator(localeOf((await params).locale), "organiser")("person.details"),
    robots: { index: false },
  };
}

/** One person: everything said when registering, what has happened since, and behind a step of its own what is sensitive. */
export default async function PersonPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug, reference }, { needs: asked, done }] = await Promise.all([
    params,
    searchParams,
  ]);
  const locale = localeOf(code);
  const now = currentInstant();
  const list = `/organise/${slug}/registrations`;
  const here = `${list}/${reference}`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canSeeRegistrations, path: here }, now);
  const facets = await getEventFacets(scope);
  const found = await getRegistrationDetail(scope, reference, { facets, locale });
  if (!found.ok) notFound();
  const { row, fields, history, mayOpenNeeds } = found.value;
  const words = await findOwnWords(scope, row.id);
  const opened = asked === "open" && mayOpenNeeds ? await readNeeds(scope, reference, now) : null;
  const mayEdit = canEdit(scope.role) && scope.reach.kind === "whole-event";
  const t = translator(locale, "organiser");
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={row.name}
      event={{ slug, title: facets.title, role: scope.role, current: "registrations" }}
    >
      <DoneNotice done={[done].flat()[0]} locale={locale} />
      {row.protectedIdentity && <p className={frameStyles["notice"]}>{t("person.protected")}</p>}
      <section className={frameStyles["section"]} aria-labelledby="details">
        <h2 id="details">{t("person.details")}</h2>
        <dl className={person["facts"]}>
          {fields.map(({ heading, text, fileId }) => (
            <div key={heading} className={person["fact"]}>
              <dt>{heading}</dt>
              <dd>
                {fileId ? (
                  <a href={localePath(locale, `${here}/files/${fileId}`)}>{text}</a>
                ) : (
                  text || t("person.empty")
                )}
              </dd>
            </div>
          ))}
        </dl>
      </section>
      {words && row.reference && (
        <OwnWordsSection
          {...{ locale, slug, words, mayEdit, reference: row.reference, name: row.name }}
          timeZone={facets.timeZone}
        />
      )}
      {mayOpenNeeds && (
        <NeedsSection
          locale={locale}
          questions={facets.questions}
          opened={opened?.ok ? { needs: opened.value } : null}
          path={localePath(locale, here)}
        />
      )}
      <section className={frameStyles["section"]} aria-labelledby="history">
        <h2 id="history">{t("person.history")}</h2>
        <ol className={person["history"]}>
          {history.map((step) => (
            <li key={`${step.at.toString()}${step.to}`}>
              <span>{formatMoment(step.at, facets.timeZone, locale)}</span>
              <span>
                {step.from
                  ? t("person.historyStep", { from: t(`state.${step.from}`), to: t(`state.${step.to}`) })
                  : t("person.historyStart", { to: t(`state.${step.to}`) })}
              </span>
              <span>{step.by ?? t(`actor.${step.actor}`)}</span>
              {step.reason && <span>{t("person.historyReason", { reason: step.reason })}</span>}
            </li>
          ))}
        </ol>
      </section>
      {mayEdit && <PersonActions locale={locale} slug={slug} detail={found.value} />}
      {mayEdit && <ProtectedIdentity locale={locale} slug={slug} detail={found.value} />}
      {mayEdit && <PersonsRights locale={locale} slug={slug} detail={found.value} />}
      <p>
        <a href={localePath(locale, list)}>{t("person.back")}</a>
      </p>
    </OrganiserFrame>
  );
}
