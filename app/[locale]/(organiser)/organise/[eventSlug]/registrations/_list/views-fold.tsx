import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { SavedView } from "@/lib/reports/queries/saved-views";
import { ToolForm } from "../../../../_form/tool-form";
import toolStyles from "../../../../_frame/tools.module.css";
import { keepView } from "../actions";
import { type ListView, listQuery } from "./view";

type Props = {
  readonly view: ListView;
  readonly views: readonly SavedView[];
  readonly locale: Locale;
  readonly slug: string;
  readonly path: string;
  readonly maySave: boolean;
};

/** The list under names: what was saved, and saving what is shown now. */
export function ViewsFold({ view, views, locale, slug, path, maySave }: Props) {
  const t = translator(locale, "participantList");
  const now = listQuery(view).slice(1);
  const hidden = { event: slug, language: locale };
  const texts = { working: t("working"), errorTitle: t("errorTitle", { title: t("views") }) };
  return (
    <details className={toolStyles["fold"]} open={views.some(({ query }) => query === now && query !== "")}>
      <summary>{t("views")}</summary>
      {views.length === 0 && <p>{t("viewsNone")}</p>}
      <ul className={toolStyles["views"]}>
        {views.map(({ id, name, query, shared }) => (
          <li key={id}>
            <a href={path + (query && `?${query}`)} aria-current={query === now ? "page" : undefined}>
              {name}
            </a>
            {shared && <span className={toolStyles["count"]}>{t("viewIsShared")}</span>}
            {maySave && (
              <ToolForm
                action={keepView}
                hidden={{ ...hidden, remove: id, query: now }}
                texts={{ ...texts, submit: t("viewRemove"), label: t("viewRemoveOne", { name }) }}
              />
            )}
          </li>
        ))}
      </ul>
      {maySave && (
        <ToolForm
          action={keepView}
          hidden={{ ...hidden, query: now }}
          fields={[
            { name: "name", label: t("viewName"), type: "text" },
            { name: "shared", label: t("viewShared"), type: "tick" },
          ]}
          texts={{ ...texts, submit: t("viewSave") }}
        />
      )}
    </details>
  );
}
