import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import type { SessionImport } from "@/lib/programme/queries/session-import";
import { SESSION_COLUMNS } from "@/lib/programme/schema";
import type { Review } from "../../invitations/import/import-state";
import { headingsKey, listKey } from "../../invitations/import/review";

/** Rows shown at the most; those with something wrong come first. */
const SHOWN = 300;

/** What an import of sessions would do, in words for the form. */
export function reviewOf(preview: SessionImport, locale: Locale): Review {
  const t = translator(locale, "programmeImport");
  const words = translator(locale, "programmeEditor");
  const { rows, columns, headings, width, conflicts } = preview;
  const count = (outcome: (typeof rows)[number]["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  const isWrong = count("wrong") > 0;
  const ordered = [
    ...rows.filter(({ outcome }) => outcome === "wrong"),
    ...rows.filter(({ outcome }) => outcome !== "wrong"),
  ];
  return {
    headings: headingsKey(headings),
    reviewed: listKey(preview.text),
    columns: SESSION_COLUMNS.map((name) => ({
      ...{ name, label: t(`column.${name}`), chosen: columns[name] === undefined ? "" : String(columns[name]) },
    })),
    options: [
      { value: "", label: t("notInList") },
      ...Array.from({ length: width }, (_, index) => ({
        value: String(index),
        label: headings?.[index] || t("columnNumber", { number: index + 1 }),
      })),
    ],
    counts: t("counts", {
      ...{ fresh: count("new"), same: count("same"), wrong: count("wrong") },
      conflicts: conflicts.size,
    }),
    rows: ordered.slice(0, SHOWN).map((row) => ({
      number: row.number,
      name: row.title.slice(0, 200),
      email: row.when.slice(0, 100),
      outcome: t(`outcome.${row.outcome}`),
      isWrong: row.outcome === "wrong",
      problems:
        row.outcome === "wrong"
          ? row.problems.map(({ column, code, value }) => {
              const what = t(`column.${column}`);
              const own =
                code === "room_unknown" ||
                code === "speaker_unknown" ||
                code === "kind_unknown" ||
                code === "twice_in_list";
              return own ? t(`problem.${code}`, { value }) : `${what}: ${words(`error.${code}`, { taken: 0 })}`;
            })
          : (conflicts.get(row.number) ?? []).map((kind) => t(`conflict.${kind}`)),
    })),
    more: rows.length > SHOWN ? t("moreRows", { rest: rows.length - SHOWN }) : null,
    submit: !isWrong && count("new") > 0 ? t("submit", { count: count("new") }) : null,
    wrongStay: isWrong ? t("allOrNone") : null,
  };
}
