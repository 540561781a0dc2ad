import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { newToken } from "@/lib/core/ids";
import { translator } from "@/lib/i18n/translator";
import { openMyBooking } from "../../../_access/my-booking";
import { MunicipalityList } from "../../../_form/municipality-list";
import { GroupForm } from "../../../_group/group-form";
import { groupState } from "../../../_group/group-states";
import { groupTexts } from "../../../_group/group-texts";
import { firstGroup } from "../../../_group/posted-group";
import { add } from "./actions";

// The form writes its own title, because it begins with "Fel:" when something needs correcting.
export const metadata: Metadata = { title: null, robots: { index: false } };

/** More people under the same booking number. */
export default async function AddPage({ params }: PageProps<"/[locale]/booking/[reference]/add">) {
  const { booking, locale, home } = await openMyBooking(params);
  if (!booking.canAdd) redirect(home);
  const t = translator(locale, "booking");
  const { form, reference } = booking;
  const title = t("addTitle");
  const hidden = { reference, language: locale, key: newToken() };
  const frame = { form, locale, hidden, isNew: false, attempt: 0 };
  return (
    <main id="main" className="page page-form">
      <p className="page-above">
        <a href={home}>{t("back")}</a>
      </p>
      <h1>{title}</h1>
      <GroupForm
        action={add}
        initial={groupState(frame, firstGroup(form))}
        texts={groupTexts(form, locale, { title, isNew: false, on: { href: home, words: t("back") } })}
      />
      <MunicipalityList />
    </main>
  );
}
