import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { translator } from "@/lib/i18n/translator";
import type { MyRegistration } from "@/lib/registrations/queries/my-registration";
import { getMyWait } from "@/lib/registrations/queries/my-wait";
import { checkFacts } from "../../../_form/check-facts";
import { CheckedForm } from "../../../_form/checked-form";
import { formTexts } from "../../../_form/form-texts";
import { MunicipalityList } from "../../../_form/municipality-list";
import { priceView } from "../../../_form/price-view";
import { changeSections } from "../../../_form/registration-view";
import { openMine } from "../my-opening";
import { change } from "./actions";
import { storedValues } from "./stored-values";

// The form writes its own title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

export default async function EditPage({ params }: PageProps<"/[locale]/my/[reference]/edit">) {
  const { mine, locale, home, scope, now } = await openMine(params);
  if (!mine.canEdit) redirect(home);
  // A place in a session that is offered to them can be chosen here, full as the session is.
  const offered = (await getMyWait(scope, mine, now)).sessions.flatMap(({ until, sessionId }) =>
    until ? [sessionId] : [],
  );
  const kept = { days: mine.days, sessions: [...mine.sessionIds, ...offered], hasPayer: mine.hasPayer };
  const price = priceView(mine.form, locale);
  const t = translator(locale, "my");
  const title = t("editTitle", { event: mine.form.title[locale] });
  return (
    <main id="main" className="page page-form">
      <p className="page-above">
        <a href={home}>{t("back")}</a>
      </p>
      <h1>{title}</h1>
      <p className="page-lead">{t("editIntro", { contact: mine.form.contactEmail })}</p>
      {!mine.isCateringOpen && <p>{translator(locale, "selfService")("requestWarning")}</p>}
      <CheckedForm
        kind="change"
        action={change}
        initial={{
          attempt: 0,
          values: storedValues(mine),
          messages: {},
          problem: null,
          hidden: { reference: mine.reference, language: locale },
        }}
        sections={changeSections(mine.form, locale, kept)}
        facts={checkFacts(mine.form, locale)}
        price={price && { ...price, ...keptPrice(mine) }}
        texts={formTexts(locale, {
          title,
          submit: t("save"),
          submitting: t("saving"),
          problemHeading: t("editProblem"),
        })}
      />
      <MunicipalityList />
    </main>
  );
}

function keptPrice({ days, sessionIds: sessions, price: quote }: MyRegistration) {
  return quote && { kept: { days, sessions, quote } };
}
