import type { Metadata } from "next";
import { formTexts } from "@/app/[locale]/(public)/_form/form-texts";
import type { FieldView, SectionView } from "@/app/[locale]/(public)/_form/form-view";
import { ServerCheckedForm } from "@/app/[locale]/(public)/_form/server-checked-form";
import "@/app/[locale]/(public)/form.css";
import "../[eventSlug]/settings/settings.css";
import "../[eventSlug]/edit/_parts/editor.css";
import { currentInstant } from "@/lib/core/clock";
import type { Locale } from "@/lib/core/localised";
import { type EditableOrganisation, listEditableOrganisations } from "@/lib/events/queries/editable-organisations";
import { inLocale } from "@/lib/i18n/format";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { requireUser } from "../../_access/require";
import { EmptyState } from "../../_frame/empty-state";
import { OrganiserFrame } from "../../_frame/organiser-frame";
import { create } from "./actions";

type Props = { readonly params: Promise<{ locale: string }> };

// The form writes the title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** The least that makes an event. */
export default async function NewEventPage({ params }: Props) {
  const locale = localeOf((await params).locale);
  const user = await requireUser(locale, "/organise/new", currentInstant());
  const organisations = await listEditableOrganisations(user);
  const t = translator(locale, "editor");
  const [first] = organisations;
  return (
    <OrganiserFrame locale={locale} email={user.email} heading={t("new.title")}>
      {!first ? (
        <>
          <title>{t("new.title")}</title>
          <EmptyState title={t("new.none")}>
            <p>{t("new.noneNext")}</p>
          </EmptyState>
        </>
      ) : (
        <>
          <p>{t("new.lead")}</p>
          <div className="settings editor">
            <ServerCheckedForm
              action={create}
              initial={{
                ...{ attempt: 0, messages: {}, problem: null, hidden: { language: locale } },
                values: { organisation: [first.id], contactName: [user.name ?? ""], contactEmail: [user.email] },
              }}
              sections={sections(organisations, locale)}
              texts={formTexts(locale, {
                title: t("new.title"),
                submit: t("new.create"),
                submitting: t("new.creating"),
                problemHeading: t("new.problem"),
              })}
            />
          </div>
        </>
      )}
    </OrganiserFrame>
  );
}

function sections(organisations: readonly EditableOrganisation[], locale: Locale): SectionView[] {
  const t = translator(locale, "editor");
  const line = (
    name: string,
    label: string,
    type: "text" | "date" | "email",
    more: { help?: string; required?: boolean } = {},
  ): FieldView => ({ ...{ kind: "line", id: name, name, label, type, required: true }, ...more });
  const series = organisations.flatMap((organisation) =>
    organisation.series.map(({ id, name }) => ({
      value: id,
      label: [organisations.length > 1 && organisation.name, inLocale(name, locale)].filter(Boolean).join(": "),
    })),
  );
  return [
    {
      ...{ id: "what", heading: t("new.what") },
      fields: [
        line("title", t("swedish", { field: t("new.eventTitle") }), "text"),
        {
          ...{ kind: "pick", id: "organisation", name: "organisation", label: t("new.organisation"), required: true },
          choices: organisations.map(({ id, name }) => ({ value: id, label: name })),
        },
        {
          ...{ kind: "pick", id: "series", name: "series", label: t("new.series"), required: false },
          choices: [{ value: "", label: t("new.noSeries") }, ...series],
        },
      ],
    },
    {
      ...{ id: "when", heading: t("new.when") },
      fields: [
        line("startsOn", t("new.startsOn"), "date"),
        line("endsOn", t("new.endsOn"), "date", { required: false, help: t("new.endsOnHelp") }),
        line("lastRegistrationDay", t("days.deadline"), "date"),
        {
          ...{ kind: "text", id: "venueSteps", name: "venueSteps", label: t("days.venueSteps"), required: false },
          help: t("days.venueStepsHelp"),
        },
      ],
    },
    {
      ...{ id: "who", heading: t("new.who") },
      fields: [
        line("contactName", t("basics.contactName"), "text"),
        line("contactEmail", t("basics.contactEmail"), "email"),
      ],
    },
  ];
}
