import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { MunicipalityList } from "../../../../_form/municipality-list";
import { GroupForm } from "../../../../_group/group-form";
import { groupState } from "../../../../_group/group-states";
import { groupTexts } from "../../../../_group/group-texts";
import { firstGroup } from "../../../../_group/posted-group";
import { hiddenFields } from "../hidden-fields";
import { NotOpen } from "../not-open";
import { obstacle } from "../obstacle";
import { book } from "./actions";

// The form writes its own title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** Registering colleagues in one booking, for somebody who need not come. */
export default async function GroupPage({ params }: PageProps<"/[locale]/events/[slug]/register/group">) {
  const { slug, locale: language } = await params;
  const locale = localeOf(language);
  const now = currentInstant();
  const form = await findRegistrationForm(slug, null, now);
  if (!form) notFound();
  const because = obstacle(form);
  if (because) return <NotOpen form={form} because={because} locale={locale} now={now} />;
  const t = translator(locale, "booking");
  const title = t("title", { event: form.title[locale] });
  const event = localePath(locale, `/events/${slug}`);
  const frame = { form, locale, hidden: hiddenFields(slug, locale, now), isNew: true, attempt: 0 };
  return (
    <main id="main" className="page page-form">
      <p className="page-above">
        <a href={event}>{form.title[locale]}</a>
      </p>
      <h1>{title}</h1>
      <p className="page-lead">
        {t("lead")} <a href={`${event}/register`}>{t("toSingle")}</a>.
      </p>
      <GroupForm
        action={book}
        initial={groupState(frame, firstGroup(form))}
        texts={groupTexts(form, locale, { title, isNew: true, on: { href: event, words: t("toEvent") } })}
      />
      <MunicipalityList />
    </main>
  );
}
