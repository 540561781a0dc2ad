import { z } from "zod";
import { fail, ok, type Result } from "@/lib/core/result";
import { database } from "@/lib/platform/db";
import type { UserScope } from "../scopes";

/** Which of one's own sessions to end: one by its id, all but the one that asks, or all. */
const whichSchema = z.union([z.enum(["others", "all"]), z.uuid()]);

/** Signs somebody out of their own browsers, from the same moment. Answers which were meant. */
export async function endSessions(
  { userId, sessionId }: UserScope,
  which: unknown,
): Promise<Result<"one" | "others" | "all", "session_gone">> {
  const parsed = whichSchema.safeParse(which);
  if (!parsed.success) return fail("session_gone");
  switch (parsed.data) {
    case "all":
      await database().userSession.deleteMany({ where: { userId } });
      return ok("all");
    case "others":
      await database().userSession.deleteMany({ where: { userId, id: { not: sessionId } } });
      return ok("others");
    default: {
      const { count } = await database().userSession.deleteMany({ where: { userId, id: parsed.data } });
      return count === 1 ? ok("one") : fail("session_gone");
    }
  }
}
