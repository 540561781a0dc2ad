import { gathered } from "@/lib/core/gather";
import { isUuid } from "@/lib/core/ids";
import { database } from "@/lib/platform/db";

/** Mails that are composed at the same time share one read. */
const findOn = gathered(async (ids: readonly string[]) => {
  const wanted = [...new Set(ids)];
  const rows = await database().reminderRule.findMany({
    where: { id: { in: wanted }, enabled: true, removedAt: null },
    select: { id: true },
  });
  const on = new Set(rows.map(({ id }) => id));
  return ids.map((id) => on.has(id));
});

/** Whether the rule that asked for a mail is still there and on. */
export async function isRuleOn(id: string): Promise<boolean> {
  return isUuid(id) && (await findOn(id));
}
