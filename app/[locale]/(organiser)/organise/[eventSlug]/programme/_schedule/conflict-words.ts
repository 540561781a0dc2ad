import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { type Conflict, type EditedProgramme, wallClock } from "@/lib/programme/queries/edited-programme";

/** By session, what is wrong with it in whole sentences: a conflict of two is told at both. */
export function conflictWords(
  { sessions, days, timeZone, conflicts }: EditedProgramme,
  locale: Locale,
): ReadonlyMap<string, readonly string[]> {
  const t = translator(locale, "programmeEditor");
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const words = new Map<string, string[]>();
  const tell = (conflict: Conflict, id: string, otherId: string | undefined): string => {
    const session = byId.get(id);
    const other = byId.get(otherId ?? "")?.title[locale] ?? "";
    if (conflict.kind === "room") return t("conflict.room", { other, room: session?.roomName ?? "" });
    if (conflict.kind === "common") return t("conflict.common", { other });
    if (conflict.kind === "room_too_small")
      return t("conflict.room_too_small", { places: session?.places ?? 0, seats: conflict.seats });
    if (conflict.kind === "speaker") {
      const speaker = session?.speakers.find((one) => one.id === conflict.speakerId)?.name ?? "";
      return t("conflict.speaker", { speaker, other });
    }
    const day = days.find((each) => each.id === session?.dayId);
    const hours = (at: "opensAt" | "closesAt") => (day ? wallClock(day[at], timeZone) : "");
    return t("conflict.outside_hours", { opens: hours("opensAt"), closes: hours("closesAt") });
  };
  for (const conflict of conflicts)
    for (const id of conflict.sessions)
      words.set(id, [
        ...(words.get(id) ?? []),
        tell(
          conflict,
          id,
          conflict.sessions.find((other) => other !== id),
        ),
      ]);
  return words;
}
