import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getEditedProgramme } from "@/lib/programme/queries/edited-programme";
import { requireEvent } from "../../../../_access/require";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { ImportForm } from "../../invitations/import/import-form";
import { importList } from "./actions";

type Props = { readonly params: Promise<{ locale: string; eventSlug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "programmeImport")("title"), robots: { index: false } };
}

/** A programme that exists in a spreadsheet, pasted or uploaded, looked at before any of it is written. */
export default async function ImportProgrammePage({ params }: Props) {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const path = `/organise/${slug}/programme`;
  const gate = { slug, permission: canEdit, path: `${path}/import` };
  const { user, scope } = await requireEvent(locale, gate, currentInstant());
  const { title } = await getEditedProgramme(scope);
  const t = translator(locale, "programmeImport");
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title, role: scope.role, current: "programme" }}
    >
      <p>{t("how")}</p>
      <p>
        <a href={localePath(locale, `${path}/import/template`)}>{t("template")}</a>
      </p>
      <ImportForm
        action={importList}
        hidden={{ event: slug, locale }}
        texts={{
          errorTitle: t("errorTitle"),
          problem: t("problemHeading"),
          paste: t("paste"),
          pasteHelp: t("pasteHelp"),
          file: t("file"),
          review: t("review"),
          reviewAgain: t("reviewAgain"),
          working: t("working"),
          mapping: t("mapping"),
          mappingHelp: t("mappingHelp"),
          preview: t("preview"),
          nothing: t("nothingToImport"),
          row: t("row"),
          name: t("column.title"),
          email: t("when"),
          becomes: t("becomes"),
          why: t("why"),
        }}
      />
      <p>
        <a href={localePath(locale, path)}>{translator(locale, "programmeEditor")("back")}</a>
      </p>
    </OrganiserFrame>
  );
}
