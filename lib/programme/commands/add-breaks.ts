import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { newId } from "@/lib/core/ids";
import type { Localised } from "@/lib/core/localised";
import { type Failure, fail, type Ok, ok } from "@/lib/core/result";
import { fieldCodes } from "@/lib/core/written";
import { inTransaction } from "@/lib/platform/transaction";
import type { SessionFieldCode } from "../errors";
import { canEditProgramme } from "../policy";
import { BREAKS, breaksSchema, sessionSchema } from "../schema";
import { lockProgramme } from "./lock-programme";
import { refusedPlaces, writeSession } from "./write-session";

type AddedBreaks =
  | Ok<{ readonly added: number }>
  | Failure<"session_gone" | "no_breaks">
  | Failure<"invalid", Readonly<Record<string, SessionFieldCode>>>;

/** Adds coffee and lunch to a day, each where its time was given, called as `names` say. */
export async function addBreaks(
  scope: EventScope,
  { body, names }: { readonly body: unknown; readonly names: Readonly<Record<(typeof BREAKS)[number], Localised>> },
  now: Temporal.Instant,
): Promise<AddedBreaks> {
  const { eventId, organisationId, userId } = scope;
  if (!canEditProgramme(scope)) return fail("session_gone");
  const parsed = breaksSchema.safeParse(body);
  if (!parsed.success) return fail("invalid", fieldCodes<SessionFieldCode>(parsed.error.issues));
  const { day } = parsed.data;
  const wanted = BREAKS.flatMap((name) => {
    const hours = parsed.data[name];
    const kind = name === "lunch" ? "MEAL" : "BREAK";
    const title = { titleSv: names[name].sv, titleEn: names[name].en };
    return hours ? [sessionSchema.parse({ ...title, ...hours, day, kind })] : [];
  });
  if (wanted.length === 0) return fail("no_breaks");
  return inTransaction(async (tx): Promise<AddedBreaks> => {
    const timeZone = await lockProgramme(tx, eventId);
    for (const input of wanted) {
      const refused = await refusedPlaces(tx, { eventId, hosts: [], speakers: [] }, input);
      if (Object.keys(refused).length > 0) return fail("invalid", refused);
      const id = newId(now);
      await writeSession(tx, { eventId, id, isNew: true, timeZone }, input);
      const actor = { kind: "USER", id: userId } as const;
      await recordAudit(tx, { organisationId, eventId, actor, action: "session.created", subjectId: id }, now);
    }
    return ok({ added: wanted.length });
  });
}
