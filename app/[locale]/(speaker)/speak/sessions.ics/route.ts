import { currentInstant } from "@/lib/core/clock";
import { localeOf } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { env } from "@/lib/platform/env";
import { speakerCalendar } from "@/lib/programme/queries/speaker-calendar";
import { listSpeakerSessions } from "@/lib/programme/queries/speaker-sessions";
import { findMyScope } from "../_sheet/my-scope";

/** The speaker's sessions as a calendar file; without an opened link there is nothing here. */
export async function GET(_request: Request, { params }: { params: Promise<{ locale: string }> }) {
  const locale = localeOf((await params).locale);
  const t = translator(locale, "speak");
  const now = currentInstant();
  const scope = await findMyScope(now);
  if (!scope) {
    const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
    return new Response(`${t("invalidTitle")}\n`, { status: 404, headers });
  }
  return new Response(speakerCalendar(await listSpeakerSessions(scope), locale, env().APP_URL, now), {
    headers: {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": `attachment; filename="${t("fileName")}.ics"`,
      "cache-control": "private, no-store",
    },
  });
}
