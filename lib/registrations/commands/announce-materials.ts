import { Temporal } from "temporal-polyfill";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { fromDateColumn, localDate, toDateColumn } from "@/lib/core/local-date";
import { enqueueMails } from "@/lib/mail/commands/enqueue-mail";
import { database } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { announcementTime } from "@/lib/programme/rules/materials-announcement";

/** Days after its last one in which attendees are still told; later nobody remembers having been there. */
const TOLD_WITHIN = 180;

/**
 * Tells everybody who had a place, in one mail per event and person, that the materials are there, once the last of them is
 * public. What comes later is found on the event's page. Returns how many mails there are to be. For the worker, every minute.
 */
export async function announceMaterials(now: Temporal.Instant): Promise<number> {
  const today = localDate(now, "UTC");
  const events = await database().event.findMany({
    where: {
      ...{ status: "PUBLISHED", materialsToldAt: null, materials: { some: { publishedAt: { not: null } } } },
      endsOn: { gte: toDateColumn(today.subtract({ days: TOLD_WITHIN })), lte: toDateColumn(today) },
    },
    select: {
      id: true,
      endsOn: true,
      timeZone: true,
      materials: { where: { publishedAt: { not: null } }, select: { publicOn: true, publishedAt: true } },
    },
    orderBy: { id: "asc" },
  });
  let mails = 0;
  for (const { id, endsOn, timeZone, materials } of events) {
    const sent = materials.flatMap(({ publicOn, publishedAt }) =>
      publishedAt ? [{ publicOn: publicOn && fromDateColumn(publicOn), publishedAt: fromTimestamp(publishedAt) }] : [],
    );
    const at = announcementTime(sent, { endsOn: fromDateColumn(endsOn), timeZone });
    if (at && Temporal.Instant.compare(at, now) <= 0) mails += await announce(id, now);
  }
  return mails;
}

async function announce(eventId: string, now: Temporal.Instant): Promise<number> {
  return inTransaction(async (tx) => {
    // Of two workers, the second changes nothing.
    const { count } = await tx.event.updateMany({
      where: { id: eventId, status: "PUBLISHED", materialsToldAt: null },
      data: { materialsToldAt: toTimestamp(now) },
    });
    if (count === 0) return 0;
    const attendees = await tx.registration.findMany({
      where: { eventId, state: "CONFIRMED", name: { not: "–" } },
      select: { id: true, name: true, email: true, locale: true },
      orderBy: { id: "asc" },
    });
    const mails = attendees.map(({ id, name, email, locale }) => {
      const mail = { message: "materials-published", locale, to: { name, email } } as const;
      return [{ ...mail, eventId, registrationId: id, dedupeKey: `materials:${eventId}:${id}` }, now] as const;
    });
    if (mails.length > 0) await enqueueMails(tx, mails);
    return mails.length;
  });
}
