import type { Metadata } from "next";
import { canEdit, canExport, canSeeList, canSeeRegistrations } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { formatList, formatNumber } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { findEditablePerson } from "@/lib/reports/queries/editable-person";
import { PAGE_SIZE } from "@/lib/reports/queries/list-registrations";
import { getRegistrationTable } from "@/lib/reports/queries/registration-table";
import { listSavedViews } from "@/lib/reports/queries/saved-views";
import { parsePage, type RawParameters, STATUS_TABS } from "@/lib/reports/schema";
import { requireEvent } from "../../../_access/require";
import { EmptyState } from "../../../_frame/empty-state";
import frameStyles from "../../../_frame/frame.module.css";
import { ListPager } from "../../../_frame/list-pager";
import { OrganiserFrame } from "../../../_frame/organiser-frame";
import toolStyles from "../../../_frame/tools.module.css";
import { ColumnForm } from "./_list/column-form";
import { FilterForm } from "./_list/filter-form";
import { RegistrationList } from "./_list/registration-list";
import { SELECTION, SelectionForm } from "./_list/selection-form";
import { listQuery, readListView } from "./_list/view";
import { ViewsFold } from "./_list/views-fold";

/** What has just been done, told once. */
const DONE = ["edited", "viewSaved", "viewRemoved"] as const;

type Props = {
  readonly params: Promise<{ locale: string; eventSlug: string }>;
  readonly searchParams: Promise<RawParameters>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator(localeOf((await params).locale), "organiser")("list.title"), robots: { index: false } };
}

/** Everybody who has registered, as far as this reader may see: found, filtered, sorted, and taken along as a file. */
export default async function RegistrationsPage({ params, searchParams }: Props) {
  const [{ locale: code, eventSlug: slug }, raw] = await Promise.all([params, searchParams]);
  const locale = localeOf(code);
  const here = `/organise/${slug}/registrations`;
  const { user, scope } = await requireEvent(locale, { slug, permission: canSeeList, path: here }, currentInstant());
  const view = await readListView(scope, raw);
  const { facets, filter, columns } = view;
  const table = await getRegistrationTable(scope, { facets, filter, columns, locale }, parsePage(raw));
  const [t, p] = [translator(locale, "organiser"), translator(locale, "participantList")];
  const path = localePath(locale, here);
  const details = canSeeRegistrations(scope.role);
  const mayChange = canEdit(scope.role) && scope.reach.kind === "whole-event";
  const editing = await findEditablePerson(scope, typeof raw["edit"] === "string" ? raw["edit"] : "");
  const views = details ? await listSavedViews(scope) : [];
  const done = DONE.find((one) => one === raw["done"]);
  const tabs = STATUS_TABS.filter((tab) => tab === "all" || tab === filter.status || table.tabs.has(tab));
  return (
    <OrganiserFrame
      locale={locale}
      email={user.email}
      heading={t("list.title")}
      event={{
        slug,
        title: facets.title,
        role: scope.role,
        current: "registrations",
      }}
    >
      {done && (
        <p role="status" className={frameStyles["notice"]}>
          {p(done)}
        </p>
      )}
      {view.ignored.length > 0 && (
        <p role="status" className={frameStyles["notice"]}>
          {t("list.ignored", {
            fields: formatList(
              view.ignored.map((field) => t(`list.field.${field}`)),
              locale,
            ),
          })}
        </p>
      )}
      {view.refused.length > 0 && (
        <p role="status" className={frameStyles["notice"]}>
          {t("list.refused", { columns: formatList(view.refused, locale) })}
        </p>
      )}
      <div className={toolStyles["above"]}>
        <nav aria-label={t("list.tabs")}>
          <ul className={toolStyles["tabs"]}>
            {tabs.map((tab) => (
              <li key={tab}>
                <a
                  href={path + listQuery(view, { status: tab })}
                  aria-current={tab === filter.status ? "page" : undefined}
                >
                  {t(`tab.${tab}`)}{" "}
                  <span className={toolStyles["count"]}>{formatNumber(table.tabs.get(tab) ?? 0, locale)}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <FilterForm
          view={view}
          locale={locale}
          path={path}
          searchLabel={t(details ? "list.search" : "list.searchDoor")}
        />
      </div>
      {table.rows.length > 0 ? (
        <>
          <RegistrationList
            {...{ view, table, locale, path, editing, page: table.page }}
            selection={mayChange ? SELECTION : null}
          />
          <ListPager
            {...{ page: table.page, pages: table.pages, total: table.total, locale }}
            size={PAGE_SIZE}
            shown={table.rows.length}
            to={(page) => path + listQuery(view, { page })}
          />
          {mayChange && <SelectionForm {...{ view, locale, path, total: table.total }} />}
          {mayChange && (
            <p className={toolStyles["pages"]}>
              <a
                href={`${localePath(locale, `/organise/${slug}/mailings/new`)}${listQuery({ ...view, columnsParameter: {} })}`}
              >
                {translator(locale, "mailings")("writeToShown")}
              </a>
              <a href={`${path}/new`}>{p("add")}</a>
            </p>
          )}
        </>
      ) : (
        <Nobody
          filtered={listQuery({ ...view, columnsParameter: {} }) !== ""}
          locale={locale}
          slug={slug}
          clear={path}
        />
      )}
      {mayChange && table.rows.length === 0 && (
        <p>
          <a href={`${path}/new`}>{p("add")}</a>
        </p>
      )}
      {details && (mayChange || views.length > 0) && (
        <ViewsFold {...{ view, views, locale, slug, path }} maySave={mayChange} />
      )}
      {details && <ColumnForm view={view} locale={locale} path={path} mayExport={canExport(scope.role)} />}
    </OrganiserFrame>
  );
}

type NobodyProps = {
  readonly filtered: boolean;
  readonly locale: "sv" | "en";
  readonly slug: string;
  readonly clear: string;
};

function Nobody({ filtered, locale, slug, clear }: NobodyProps) {
  const t = translator(locale, "organiser");
  return filtered ? (
    <EmptyState title={t("list.emptyFilter")}>
      <p>
        {t("list.emptyFilterNext")} <a href={clear}>{t("list.clear")}</a>
      </p>
    </EmptyState>
  ) : (
    <EmptyState title={t("list.emptyAll")}>
      <p>
        {t("list.emptyAllNext")}{" "}
        <a href={localePath(locale, `/events/${slug}`)}>{translator(locale, "organiserNav")("eventPage")}</a>
      </p>
    </EmptyState>
  );
}
