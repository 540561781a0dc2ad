import { hashToken } from "@/lib/core/ids";
import { database } from "@/lib/platform/db";

/** Signs one browser out. An unknown cookie changes nothing. */
export async function endSession(token: string): Promise<void> {
  await database().userSession.deleteMany({ where: { tokenHash: hashToken(token) } });
}
