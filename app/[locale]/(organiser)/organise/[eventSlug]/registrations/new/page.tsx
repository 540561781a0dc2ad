import type { Metadata } from "next";
import { Temporal } from "temporal-polyfill";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { formatLongDate, inLocale } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { formByHand } from "@/lib/registrations/queries/form-by-hand";
import { requireEvent } from "../../../../_access/require";
import { ToolForm } from "../../../../_form/tool-form";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { add } from "../actions";

type Props = { readonly params: Promise<{ locale: string; eventSlug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = translator(localeOf((await params).locale), "participantList");
  return { title: t("addTitle"), robots: { index: false } };
}

/** An organiser registers somebody: what must be known, and whether the rules of registration are passed. */
export default async function AddPage({ params }: Props) {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const list = `/organise/${slug}/registrations`;
  const now = currentInstant();
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path: `${list}/new` }, now);
  const { form } = await formByHand(scope, now);
  const t = translator(locale, "participantList");
  const language = translator(locale, "organiser");
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("addTitle")}
      event={{ slug, title: form.title, role: scope.role, current: "registrations" }}
    >
      <p>{t("addHelp")}</p>
      <p>{t("addPassesHelp")}</p>
      <ToolForm
        action={add}
        hidden={{
          event: slug,
          language: locale,
          dates: form.days.length > 1 ? form.days.map(({ date }) => date).join(" ") : "",
        }}
        fields={[
          { name: "name", label: t("name"), type: "text" },
          { name: "email", label: t("email"), type: "email" },
          { name: "organisationName", label: t("organisation"), type: "text" },
          {
            name: "category",
            label: t("category"),
            type: "choice",
            options: form.categories.map(({ key, name }) => ({ value: key, label: inLocale(name, locale) })),
          },
          {
            name: "locale",
            label: language("column.language"),
            type: "choice",
            options: (["sv", "en"] as const).map((one) => ({ value: one, label: language(`language.${one}`) })),
          },
          // Everybody comes to an event of one day on that day.
          ...(form.days.length > 1 ? form.days : []).map(({ date }) => ({
            name: `day.${date}`,
            label: formatLongDate(Temporal.PlainDate.from(date), locale),
            type: "tick" as const,
            value: "yes",
          })),
          { name: "tells", label: t("addTells"), type: "tick", value: "yes" },
          { name: "passes", label: t("addPasses"), type: "tick" },
        ]}
        texts={{
          submit: t("addSubmit"),
          working: t("working"),
          errorTitle: t("errorTitle", { title: t("addTitle") }),
        }}
      />
      <p>
        <a href={localePath(locale, list)}>{t("back")}</a>
      </p>
    </OrganiserFrame>
  );
}
