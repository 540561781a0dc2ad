import type { NextRequest } from "next/server";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { currentInstant } from "@/lib/core/clock";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { getEditedProgramme } from "@/lib/programme/queries/edited-programme";
import { SESSION_COLUMNS } from "@/lib/programme/schema";
import { programmeTemplate } from "@/lib/reports/queries/programme-template";
import { sessionToken } from "../../../../../_access/session-token";

type Context = { readonly params: Promise<{ locale: string; eventSlug: string }> };

/** An Excel file with the columns that the import knows, and a row of the event's own first day to write over. */
export async function GET(_: NextRequest, { params }: Context): Promise<Response> {
  const { locale: code, eventSlug: slug } = await params;
  const locale = localeOf(code);
  const scope = await openEvent(await sessionToken(), slug, canEdit, currentInstant());
  const headers = { "cache-control": "no-store", "x-content-type-options": "nosniff" };
  if (!scope.ok) {
    if (scope.code !== "signed_out")
      return new Response(null, { status: scope.code === "not_found" ? 404 : 403, headers });
    return new Response(null, { status: 303, headers: { ...headers, location: localePath(locale, "/sign-in") } });
  }
  const { days, rooms } = await getEditedProgramme(scope.value);
  const t = translator(locale, "programmeImport");
  const words = translator(locale, "programmeEditor");
  const example: Partial<Record<(typeof SESSION_COLUMNS)[number], string>> = {
    ...{ title: t("example"), kind: words("kind.TALK"), date: days[0]?.date.toString() ?? "" },
    ...{ starts: "09:00", ends: "10:00", room: rooms[0]?.name ?? "" },
  };
  const headings = SESSION_COLUMNS.map((column) => t(`column.${column}`));
  const row = SESSION_COLUMNS.map((column) => example[column] ?? "");
  return new Response(await programmeTemplate(words("title"), headings, row), {
    headers: {
      ...headers,
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename="${t("fileName")}.xlsx"`,
    },
  });
}
