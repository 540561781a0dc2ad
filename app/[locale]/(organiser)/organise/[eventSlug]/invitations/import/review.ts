import { hashToken } from "@/lib/core/ids";
import type { Locale } from "@/lib/core/localised";
import { formatList } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { invitationProblems } from "@/lib/registrations/error-messages";
import { INVITATION_COLUMNS } from "@/lib/registrations/invitation-schema";
import type { ImportPreview } from "@/lib/registrations/queries/invitation-import";
import type { Review } from "./import-state";

/** Rows shown at the most; those with something wrong come first. */
const SHOWN = 300;

/** What an import would do, in words for the form. */
export function reviewOf(preview: ImportPreview, locale: Locale): Review {
  const t = translator(locale, "invitationImport");
  const names = translator(locale, "invitations");
  const { rows, columns, headings, width } = preview;
  const count = (outcome: (typeof rows)[number]["outcome"]) => rows.filter((row) => row.outcome === outcome).length;
  const toWrite = count("new") + count("changed");
  const categories = preview.categories.map((name) => name[locale]);
  const ordered = [
    ...rows.filter(({ outcome }) => outcome === "wrong"),
    ...rows.filter(({ outcome }) => outcome !== "wrong"),
  ];
  return {
    headings: headingsKey(headings),
    reviewed: listKey(preview.text),
    columns: INVITATION_COLUMNS.map((name) => ({
      name,
      label: names(name),
      chosen: columns[name] === undefined ? "" : String(columns[name]),
    })),
    options: [
      { value: "", label: t("notInList") },
      ...Array.from({ length: width }, (_, index) => ({
        value: String(index),
        label: headings?.[index] || t("columnNumber", { number: index + 1 }),
      })),
    ],
    counts: t("counts", {
      fresh: count("new"),
      changed: count("changed"),
      same: count("same") + count("withdrawn"),
      registered: count("registered"),
      wrong: count("wrong"),
    }),
    rows: ordered.slice(0, SHOWN).map((row) => ({
      number: row.number,
      name: row.name.slice(0, 200),
      email: row.email.slice(0, 254),
      outcome: t(`outcome.${row.outcome}`),
      isWrong: row.outcome === "wrong",
      problems:
        row.outcome === "wrong"
          ? invitationProblems(row.problems, { cells: cellsOf(preview, row.number), categories }, locale)
          : row.outcome === "registered" || row.outcome === "withdrawn"
            ? [t(`outcomeHelp.${row.outcome}`)]
            : [],
    })),
    more: rows.length > SHOWN ? t("moreRows", { rest: rows.length - SHOWN }) : null,
    submit: toWrite > 0 ? t("submit", { count: toWrite }) : null,
    wrongStay: count("wrong") > 0 && toWrite > 0 ? t("wrongStay") : null,
  };
}

/** The headings as one text, to know them again. */
export function headingsKey(headings: readonly string[] | null): string {
  return (headings ?? []).join("\t").slice(0, 2000);
}

/** A list as one short text, to know it again. A browser sends other line breaks than it was given. */
export function listKey(list: string): string {
  return hashToken(list.replaceAll(/\r\n?/g, "\n"));
}

/** What the categories are called, to write in a list. */
export function categoriesInWords(names: readonly string[], locale: Locale): string {
  return translator(locale, "invitationImport")("categories", { names: formatList(names, locale) });
}

function cellsOf({ people, columns }: ImportPreview, number: number) {
  const cells = people.find((row) => row.number === number)?.cells ?? [];
  return Object.fromEntries(INVITATION_COLUMNS.map((column) => [column, cells[columns[column] ?? -1] ?? ""]));
}
