import { database } from "@/lib/platform/db";

/** How a change that was asked for was answered; null when it is not, or has been withdrawn. */
export async function findChangeAnswer(id: string): Promise<{ granted: boolean; text: string | null } | null> {
  const row = await database().changeRequest.findUnique({ where: { id }, select: { state: true, answer: true } });
  if (row?.state !== "GRANTED" && row?.state !== "REFUSED") return null;
  return { granted: row.state === "GRANTED", text: row.answer };
}
