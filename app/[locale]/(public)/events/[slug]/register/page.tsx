import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Temporal } from "temporal-polyfill";
import { currentInstant } from "@/lib/core/clock";
import { formatLongDate } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { findRegistrationForm } from "@/lib/registrations/queries/registration-form";
import { givenCode } from "../../../_access/given-code";
import { findMyInvitation } from "../../../_access/my-invitation";
import { checkFacts } from "../../../_form/check-facts";
import { CheckedForm } from "../../../_form/checked-form";
import { formTexts } from "../../../_form/form-texts";
import { MunicipalityList } from "../../../_form/municipality-list";
import { priceView } from "../../../_form/price-view";
import { firstValues, registrationSections } from "../../../_form/registration-view";
import { register } from "./actions";
import { CodeForm } from "./code-form";
import { hiddenFields } from "./hidden-fields";
import { NotOpen } from "./not-open";
import { daysUntil, isFull, obstacle } from "./obstacle";

// The form writes its own title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

export default async function RegisterPage({ params, searchParams }: PageProps<"/[locale]/events/[slug]/register">) {
  const { slug, locale: language } = await params;
  const locale = localeOf(language);
  const now = currentInstant();
  const code = await givenCode((await searchParams)["code"]);
  const form = await findRegistrationForm(slug, await findMyInvitation(slug, now), now, code);
  if (!form) notFound();
  const t = translator(locale, "register");
  const title = t("title", { event: form.title[locale] });
  const because = obstacle(form);
  if (because) return <NotOpen form={form} because={because} locale={locale} now={now} />;
  const lastDay = Temporal.PlainDate.from(form.lastRegistrationDay);
  return (
    <main id="main" className="page page-form">
      <p className="page-above">
        <a href={localePath(locale, `/events/${slug}`)}>{form.title[locale]}</a>
      </p>
      <h1>{title}</h1>
      <p className="page-lead">
        {t("lead", { date: formatLongDate(lastDay, locale), days: daysUntil(lastDay, form.timeZone, now) })}{" "}
        {t("required")}
      </p>
      <p>
        {t("already")}{" "}
        <a href={localePath(locale, `/resend?event=${slug}`)}>{translator(locale, "selfService")("resendWay")}</a>
        {!form.invited && (
          <>
            {" · "}
            <a href={localePath(locale, `/events/${slug}/register/group`)}>{translator(locale, "booking")("link")}</a>
          </>
        )}
      </p>
      {isFull(form) && <p className="notice">{t("fullLine")}</p>}
      <CodeForm form={form} locale={locale} />
      <CheckedForm
        kind="registration"
        action={register}
        initial={{
          attempt: 0,
          values: firstValues(form),
          messages: {},
          problem: null,
          hidden: hiddenFields(slug, locale, now),
        }}
        sections={registrationSections(form, locale)}
        facts={checkFacts(form, locale)}
        price={priceView(form, locale)}
        texts={formTexts(locale, {
          title,
          submit: t("submit"),
          submitting: t("submitting"),
          problemHeading: t("problemHeading"),
        })}
        footer={<p className="form-afterwards">{t("afterwards")}</p>}
      />
      <MunicipalityList />
    </main>
  );
}
