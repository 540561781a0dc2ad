import { gathered } from "@/lib/core/gather";
import { isUuid } from "@/lib/core/ids";
import { database } from "@/lib/platform/db";
import { parseFilter, type RawParameters } from "@/lib/reports/schema";
import type { Mailing } from "./mailing";

/** A mailing as its mails are composed from. */
export type MailingInMail = Pick<Mailing, "state" | "subjectSv" | "bodySv" | "subjectEn" | "bodyEn" | "filter"> & {
  readonly eventId: string;
};

// Thousands of mails are composed from the same one: those of a moment read it together.
const findRow = gathered(async (ids: readonly string[]) => {
  const rows = await database().mailing.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: {
      ...{ id: true, eventId: true, state: true, filter: true },
      ...{ subjectSv: true, bodySv: true, subjectEn: true, bodyEn: true },
    },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => byId.get(id) ?? null);
});

/** The mailing as it is now, or null when it has been thrown away. */
export async function findMailingInMail(id: string): Promise<MailingInMail | null> {
  const row = isUuid(id) ? await findRow(id) : null;
  return row && { ...row, filter: parseFilter(row.filter as RawParameters).filter };
}

/** The id of one of the event's registrations by its reference, or null. */
export async function findRegistrationByReference(eventId: string, reference: string): Promise<string | null> {
  if (!isUuid(eventId)) return null;
  const row = await database().registration.findFirst({ where: { eventId, reference }, select: { id: true } });
  return row?.id ?? null;
}
