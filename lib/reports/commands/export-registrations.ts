import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import { canExport } from "@/lib/auth/policy";
import type { EventScope } from "@/lib/auth/scopes";
import { attachment } from "@/lib/core/content-disposition";
import { localDate } from "@/lib/core/local-date";
import type { Locale } from "@/lib/core/localised";
import { fail, ok, type Result } from "@/lib/core/result";
import { inLocale } from "@/lib/i18n/format";
import { translator } from "@/lib/i18n/translator";
import { database } from "@/lib/platform/db";
import { csvFile } from "../formats/csv-file";
import { xlsxFile } from "../formats/xlsx-file";
import { type Column, isNeedsColumn } from "../policy";
import type { EventFacets } from "../queries/event-facets";
import { listIds, registrationBatches } from "../queries/registration-batches";
import { partsOf } from "../queries/registration-rows";
import { cellText, columnHeading } from "../rules/cell-text";
import type { ExportFormat, RegistrationFilter } from "../schema";

/** What is exported: the filtered rows, the columns the reader was offered and chose, in that order. */
export type ExportRequest = {
  readonly facets: EventFacets;
  readonly filter: RegistrationFilter;
  readonly columns: readonly Column[];
  readonly format: ExportFormat;
  readonly locale: Locale;
};
export type ExportFile = {
  readonly contentType: string;
  readonly contentDisposition: string;
  readonly chunks: AsyncGenerator<Uint8Array>;
};

const CONTENT_TYPE: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * The list as a file, row by row as it is read. Audited before the first byte leaves, whether or not it is read to the end;
 * a file with diet or access needs is audited as a sensitive read. Fails with `export_forbidden` for roles without the right.
 */
export async function exportRegistrations(
  scope: EventScope,
  request: ExportRequest,
  now: Temporal.Instant,
): Promise<Result<ExportFile, "export_forbidden">> {
  if (!canExport(scope.role)) return fail("export_forbidden");
  const { facets, filter, columns, format, locale } = request;
  const sensitive = columns.some(isNeedsColumn);
  const listed = await listIds(scope, filter);
  await database().$transaction((tx) =>
    recordAudit(
      tx,
      {
        organisationId: scope.organisationId,
        eventId: scope.eventId,
        actor: { kind: "USER", id: scope.userId },
        action: sensitive ? "needs.exported" : "registrations.exported",
        detail: { format, count: listed.count, columns: columns.map(({ key }) => key), ...auditedFilter(filter) },
      },
      now,
    ),
  );
  const t = translator(locale, "organiser");
  const headings = columns.map((column) => columnHeading(column, locale));
  const context = { locale, questions: facets.questions };
  const rows = cells(registrationBatches(scope, listed, partsOf(columns)), (row) =>
    columns.map((column) => cellText(row, column, context)),
  );
  const name = `${t("export.fileName")} ${inLocale(facets.title, locale)} ${localDate(now, facets.timeZone).toString()}`;
  return ok({
    contentType: CONTENT_TYPE[format],
    contentDisposition: attachment(`${name}.${format}`),
    chunks: format === "csv" ? csvFile(headings, rows) : xlsxFile(t("export.fileName"), headings, rows),
  });
}

async function* cells<Row>(
  batches: AsyncIterable<readonly Row[]>,
  toCells: (row: Row) => string[],
): AsyncGenerator<string[][]> {
  for await (const batch of batches) yield batch.map(toCells);
}

/** Which filters were used. What was searched for or answered may be somebody's name, so only that it was is kept. */
function auditedFilter(filter: RegistrationFilter): Record<string, string | boolean> {
  const { q, answer, sort: _, ...keys } = filter;
  const given = Object.entries(keys).filter((entry): entry is [string, string] => entry[1] !== null);
  return {
    ...Object.fromEntries(given),
    ...(q ? { searched: true } : {}),
    ...(answer ? { question: answer.question } : {}),
  };
}
