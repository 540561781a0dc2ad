import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import { formTexts } from "../_form/form-texts";
import type { GroupTexts } from "./group-form";
import { namingInWords } from "./group-view";

/** The frame of a group form in one language. `on` is where the way leads once it is sent. */
export function groupTexts(
  form: RegistrationForm,
  locale: Locale,
  own: { readonly title: string; readonly isNew: boolean; readonly on: GroupTexts["outcome"]["on"] },
): GroupTexts {
  const t = translator(locale, "booking");
  const frame = formTexts(locale, {
    title: own.title,
    submit: t(own.isNew ? "submit" : "submitMore"),
    submitting: t("submitting"),
    problemHeading: t("problemHeading"),
  });
  return {
    ...frame,
    people: t("people"),
    naming: namingInWords(form, locale),
    add: t("add"),
    addSelf: own.isNew ? t("addSelf") : null,
    more: t("more"),
    moreHelp: t("moreHelp"),
    reprice: t("reprice"),
    list: { heading: t("listHeading"), intro: t("listIntro"), paste: t("list"), file: t("file"), read: t("read") },
    outcome: {
      all: t(own.isNew ? "doneTitle" : "done.added"),
      some: t("doneSome"),
      intro: t("doneIntro", { reference: "#" }),
      after: own.isNew ? t("doneMail") : null,
      on: own.on,
    },
  };
}
