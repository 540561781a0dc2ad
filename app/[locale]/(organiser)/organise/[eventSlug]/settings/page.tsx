import type { Metadata } from "next";
import { formTexts } from "@/app/[locale]/(public)/_form/form-texts";
import { ServerCheckedForm } from "@/app/[locale]/(public)/_form/server-checked-form";
import "@/app/[locale]/(public)/form.css";
import "./settings.css";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getEventSettings } from "@/lib/registrations/queries/event-settings";
import { requireEvent } from "../../../_access/require";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import { save } from "./actions";
import { settingsSections, settingsValues } from "./settings-view";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

// The form writes the title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** What the organiser decides about registration: days, places, who and how. */
export default async function SettingsPage({ params, searchParams }: Props) {
  const { locale: language, eventSlug: slug } = await params;
  const locale = localeOf(language);
  const now = currentInstant();
  const { user, scope } = await requireEvent(
    locale,
    { slug, permission: canEdit, path: `/organise/${slug}/settings` },
    now,
  );
  const { title, settings, mark: seen } = await getEventSettings(scope);
  const t = translator(locale, "settings");
  const { done } = await searchParams;
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title, role: scope.role, current: "settings" }}
    >
      {(done === "saved" || done === "unchanged") && <p role="status">{t(done)}</p>}
      <p>{t("lead")}</p>
      <div className="settings">
        <ServerCheckedForm
          key={seen}
          action={save}
          initial={{
            ...{ attempt: 0, values: settingsValues(settings), messages: {}, problem: null },
            hidden: { event: slug, language: locale, seen },
          }}
          sections={settingsSections(settings, locale)}
          texts={formTexts(locale, {
            title: t("title"),
            submit: t("save"),
            submitting: t("saving"),
            problemHeading: t("problem"),
          })}
        />
      </div>
      <p>
        <a href={localePath(locale, `/organise/${slug}/cancel`)}>{translator(locale, "cancelEvent")("link")}</a>
      </p>
    </OrganiserFrame>
  );
}
