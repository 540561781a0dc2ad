import type { Metadata } from "next";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { formatList } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { countRecipients } from "@/lib/mailings/queries/recipients";
import { offeredFields } from "@/lib/mailings/schema";
import { getEventFacets, keepKnown } from "@/lib/reports/queries/event-facets";
import { filterParameters, parseFilter, type RawParameters } from "@/lib/reports/schema";
import { requireEvent } from "../../../../_access/require";
import { ToolForm } from "../../../../_form/tool-form";
import { OrganiserFrame } from "../../../../_frame/organiser-frame";
import { Recipients } from "../_parts/recipients";
import { textFields } from "../_parts/text-fields";
import { start } from "../actions";

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<RawParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "mailings")("newTitle"), robots: { index: false } };
}

/** A mailing begun: to whom, and an empty sheet. */
export default async function NewMailingPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const filterQuery = new URLSearchParams(filterParameters(parseFilter(raw).filter)).toString();
  const path = `/organise/${slug}/mailings`;
  const back = `${path}/new${filterQuery && `?${filterQuery}`}`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canEdit, path: back }, currentInstant());
  const facets = await getEventFacets(scope);
  const { filter } = keepKnown(parseFilter(raw).filter, facets);
  const counts = await countRecipients(scope, filter);
  const t = translator(locale, "mailings");
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("newTitle")}
      event={{ slug, title: facets.title, role: scope.role, current: "mailings" }}
    >
      <Recipients {...{ filter, counts, slug, locale }} />
      <p>{t("fields", { fields: formatList(offeredFields(locale), locale) })}</p>
      <p>
        {t("frame")} {t("english")}
      </p>
      <ToolForm
        action={start}
        hidden={{ event: slug, language: locale, filter: new URLSearchParams(filterParameters(filter)).toString() }}
        fields={textFields({}, locale)}
        texts={{ submit: t("start"), working: t("saving"), errorTitle: t("errorTitle") }}
      />
      <p>
        <a href={localePath(locale, path)}>{t("back")}</a>
      </p>
    </OrganiserFrame>
  );
}
