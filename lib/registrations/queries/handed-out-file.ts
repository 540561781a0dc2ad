import type { Temporal } from "temporal-polyfill";
import type { BookingScope, RegistrationScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import type { HandedOutFile } from "@/lib/platform/file-columns";
import { readFileAnswer } from "../file-answer";
import { getRegistration } from "./my-registration";

const columns = { name: true, mediaType: true, content: true } as const;

/** A file that an attendee is shown among their own answers; null for any other. */
export async function findMyFile(
  scope: RegistrationScope,
  id: string,
  now: Temporal.Instant,
): Promise<HandedOutFile | null> {
  const { answers } = await getRegistration(scope, now);
  if (!namesFile(answers, id)) return null;
  return database().storedFile.findUnique({ where: { id, eventId: scope.eventId }, select: columns });
}

/** A file that whoever booked sent for the whole booking; null for any other. */
export async function findFileOfBooking(
  { bookingId, eventId }: BookingScope,
  id: string,
): Promise<HandedOutFile | null> {
  const { answers } = await database().booking.findUniqueOrThrow({
    where: { id: bookingId, eventId },
    select: { answers: true },
  });
  if (!namesFile(answers as Record<string, unknown>, id)) return null;
  return database().storedFile.findUnique({ where: { id, bookingId }, select: columns });
}

function namesFile(answers: Readonly<Record<string, unknown>>, id: string): boolean {
  return Object.values(answers).some((answer) => readFileAnswer(answer)?.id === id);
}
