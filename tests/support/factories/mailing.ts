import type { Database } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { nextNumber } from "./sequence";

/** A draft in both languages to everybody with a place, written by nobody in particular. */
export function createMailing(db: Database, eventId: string, wishes: Partial<Prisma.MailingUncheckedCreateInput> = {}) {
  const n = nextNumber();
  return db.mailing.create({
    data: {
      eventId,
      userId: "00000000-0000-4000-8000-000000000000",
      subjectSv: `Praktiskt ${n}`,
      bodySv: "Välkommen {{namn}}!\n\nVi ses {{datum}}.",
      subjectEn: `Practical ${n}`,
      bodyEn: "Welcome {{name}}!",
      filter: { status: "confirmed" },
      ...wishes,
    },
  });
}
