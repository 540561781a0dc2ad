import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { inLocale } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { parseInvitationFilter } from "@/lib/registrations/invitation-schema";
import { canInvite } from "@/lib/registrations/policy";
import { getInvitationBoard } from "@/lib/registrations/queries/invitation-board";
import { requireEvent } from "../../../../_access/require";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { importList } from "./actions";
import { ImportForm } from "./import-form";
import { categoriesInWords } from "./review";

type Props = { readonly params: Promise<{ locale: string; eventSlug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "invitationImport")("title"), robots: { index: false } };
}

/** A list of people to invite, pasted or uploaded, looked at before it is taken in. */
export default async function ImportInvitationsPage({ params }: Props) {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const now = currentInstant();
  const path = `/organise/${slug}/invitations`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path: `${path}/import` }, now);
  if (!canInvite(scope)) notFound();
  const { title, categories } = await getInvitationBoard(scope, parseInvitationFilter({}), 1);
  const t = translator(locale, "invitationImport");
  const names = translator(locale, "invitations");
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("title")}
      event={{ slug, title, role: scope.role, current: "invitations" }}
    >
      <p>{t("how")}</p>
      <p>
        {t("known")}{" "}
        {categoriesInWords(
          categories.map(({ name }) => inLocale(name, locale)),
          locale,
        )}
      </p>
      <ImportForm
        action={importList}
        hidden={{ event: slug, locale }}
        texts={{
          errorTitle: t("errorTitle"),
          problem: t("problem"),
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
          name: names("name"),
          email: names("email"),
          becomes: t("becomes"),
          why: t("why"),
        }}
      />
      <p>
        <a href={localePath(locale, path)}>{names("back")}</a>
      </p>
    </OrganiserFrame>
  );
}
