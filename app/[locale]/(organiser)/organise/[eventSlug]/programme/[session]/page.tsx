import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { formTexts } from "@/app/[locale]/(public)/_form/form-texts";
import { ServerCheckedForm } from "@/app/[locale]/(public)/_form/server-checked-form";
import "@/app/[locale]/(public)/form.css";
import "../../settings/settings.css";
import "../../edit/_parts/editor.css";
import { canEditSessions } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { canEditProgramme, editsOnlySessionsOf } from "@/lib/programme/policy";
import { getEditedProgramme, wallClock } from "@/lib/programme/queries/edited-programme";
import { getEditedSession } from "@/lib/programme/queries/edited-session";
import { requireEvent } from "../../../../_access/require";
import { ToolForm } from "../../../../_form/tool-form";
import frameStyles from "../../../../_frame/frame.module.css";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { sessionView } from "../_schedule/session-view";
import { remove, save } from "../actions";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string; session: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

// The form writes the title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** One session, or a new one at "new". */
export default async function SessionPage({ params, searchParams }: Props) {
  const { locale: language, eventSlug: slug, session: id } = await params;
  const locale = localeOf(language);
  const path = `/organise/${slug}/programme`;
  const now = currentInstant();
  const { user, scope } = await requireEvent(locale, { slug, permission: canEditSessions, path: `${path}/${id}` }, now);
  if (!canEditProgramme(scope) && editsOnlySessionsOf(scope) === null) notFound();
  const stored = id === "new" ? null : await getEditedSession(scope, id);
  if (id !== "new" && !stored) notFound();
  const { day } = await searchParams;
  const programme = await getEditedProgramme(scope);
  const fields = stored?.fields ?? firstFields(programme, typeof day === "string" ? day : "");
  const speakers = Object.keys(fields).filter((name) => name.endsWith(".speaker")).length;
  const t = translator(locale, "programmeEditor");
  const heading = stored ? (programme.sessions.find((each) => each.id === id)?.title[locale] ?? "") : t("newTitle");
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={heading}
      event={{ slug, title: programme.title, role: scope.role, current: "programme" }}
    >
      <p>
        <a href={localePath(locale, path)}>{t("back")}</a>
      </p>
      <div className="settings editor">
        <ServerCheckedForm
          key={stored?.mark ?? "new"}
          action={save}
          initial={{
            ...{ attempt: 0, messages: {}, problem: null },
            values: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]])),
            hidden: { event: slug, session: id, language: locale, seen: stored?.mark ?? "" },
          }}
          sections={await sessionView(scope, { taken: stored?.taken ?? 0, speakers }, locale)}
          texts={formTexts(locale, {
            title: heading,
            submit: t("save"),
            submitting: t("working"),
            problemHeading: t("problem"),
          })}
        />
      </div>
      {stored && <Removal session={stored} slug={slug} locale={locale} />}
    </OrganiserFrame>
  );
}

type Programme = Awaited<ReturnType<typeof getEditedProgramme>>;

/** A new session begins where the day's last one ends. */
function firstFields({ days, sessions, timeZone }: Programme, wanted: string): Record<string, string> {
  const day = days.find(({ id }) => id === wanted) ?? days[0];
  const last = sessions.filter(({ dayId, kind }) => dayId === day?.id && kind !== "MINGLE").at(-1);
  const starts = last?.ends ?? (day ? wallClock(day.opensAt, timeZone) : "");
  return { kind: "TALK", day: day?.id ?? "other", starts };
}

type RemovalProps = {
  readonly session: NonNullable<Awaited<ReturnType<typeof getEditedSession>>>;
  readonly slug: string;
  readonly locale: Locale;
};

/** Takes the session out, after saying how many that concerns and what becomes of what they chose. */
function Removal({ session: { id, concerned, materials, isCancelled }, slug, locale }: RemovalProps) {
  const t = translator(locale, "programmeEditor");
  const submit = isCancelled ? t("holdSubmit") : t(concerned + materials > 0 ? "callOffSubmit" : "removeSubmit");
  return (
    <section className={frameStyles["section"]} aria-labelledby="remove">
      <h2 id="remove">{t(isCancelled ? "holdTitle" : "removeTitle")}</h2>
      <p>
        {isCancelled
          ? t("holdAgain")
          : concerned > 0
            ? t("removeConcerned", { count: concerned })
            : t(materials > 0 ? "removeMaterials" : "removeNobody")}
      </p>
      <ToolForm
        action={remove}
        hidden={{ event: slug, session: id, language: locale, concerned: String(concerned) }}
        texts={{ submit, working: t("working"), errorTitle: t("errorTitle") }}
      />
    </section>
  );
}
