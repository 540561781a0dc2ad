import type { Transaction } from "@/lib/platform/db";
import { claimFiles, type FileClaim, lockFreeFiles } from "../commands/claim-files";
import type { Application } from "./application";
import type { NewBooking, Placed } from "./write-placed";

/**
 * The applications that name a file which is not free any more. Locks the others' files until the transaction ends; of several
 * in one batch that name the same file, the first gets it.
 */
export async function withTakenFiles(
  tx: Transaction,
  applications: readonly Application[],
): Promise<ReadonlySet<Application>> {
  const asked = applications.map((application) => ({ application, ids: filesOf(application) }));
  const free = new Set(
    await lockFreeFiles(
      tx,
      asked.flatMap(({ ids }) => ids),
    ),
  );
  const taken = new Set<Application>();
  for (const { application, ids } of asked) {
    if (!ids.every((id) => free.has(id))) taken.add(application);
    for (const id of ids) free.delete(id);
  }
  return taken;
}

/** Makes the files of new bookings and of people who were placed their own; others' stay free, and go after a day. */
export async function claimTheirFiles(
  tx: Transaction,
  bookings: readonly NewBooking[],
  placed: readonly Placed[],
): Promise<void> {
  const ofBookings = bookings.flatMap(({ id: bookingId, application }): FileClaim[] =>
    (application.booking ? [] : (application.registrant.fileIds ?? [])).map((id) => ({
      id,
      bookingId,
      registrationId: null,
    })),
  );
  const ofPeople = placed.flatMap(({ id: registrationId, person }): FileClaim[] =>
    (person.fileIds ?? []).map((id) => ({ id, registrationId, bookingId: null })),
  );
  await claimFiles(tx, [...ofBookings, ...ofPeople]);
}

function filesOf({ registrant, people }: Application): readonly string[] {
  return [...(registrant.fileIds ?? []), ...people.flatMap(({ fileIds }) => fileIds ?? [])];
}
