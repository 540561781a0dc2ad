import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { BookingScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import type { Transaction } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";
import { inTransaction } from "@/lib/platform/transaction";
import { billingSchema } from "../billing-schema";
import { sharedSchema } from "../booking-schema";
import type { ChangeBookingFailure } from "../errors";
import { fieldErrors } from "../field-errors";
import { fileIdsIn } from "../file-answer";
import { findFiles, missingFiles } from "../queries/files-in-answers";
import { getBooking } from "../queries/my-booking";
import { unasked } from "../rules/changes";
import { claimNewFiles, dropUnnamedFiles } from "./claim-files";

/**
 * Changes what is shared by a booking: the name and telephone number of whoever made it, the answers asked for once, and who
 * pays. Nobody gets a mail: whoever booked sees it on their own page, and it concerns none of their colleagues. Answers to
 * questions that are closed stay. Nothing is written when nothing differs.
 */
export async function changeBooking(
  scope: BookingScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<undefined> | ChangeBookingFailure> {
  const { form, shared } = await getBooking(scope, now);
  const parsed = sharedSchema(form, shared).safeParse(body);
  if (!parsed.success) return fail("invalid", fieldErrors(parsed.error, form));
  const { registrant } = parsed.data;
  const ground = { eventId: scope.eventId, questions: shared.questions };
  const [files] = await findFiles(ground, [parsed.data.answers], { bookingId: scope.bookingId });
  if (files && files.missing.length > 0) return fail("invalid", missingFiles(files));
  const answers = defined(files?.answers ?? {});
  const billing = shared.isPaymentDue ? billingSchema.parse(parsed.data.billing) : null;
  const { bookingId, eventId } = scope;
  return inTransaction(async (tx) => {
    const before = await lockBooking(tx, bookingId);
    const after = {
      registrantName: registrant.name,
      registrantPhone: registrant.phone ?? null,
      answers: { ...unasked(shared, before.answers as Prisma.JsonObject), ...answers },
      billing: billing ?? before.billing,
    };
    const fields = (Object.keys(after) as (keyof typeof after)[]).filter(
      (field) => sorted(before[field]) !== sorted(after[field]),
    );
    if (fields.length === 0) return ok(undefined);
    // Somebody else's by now, such as another booking's that was sent with the same upload.
    if (!(await claimNewFiles(tx, fileIdsIn(shared.questions, answers), { bookingId }))) return fail("file_taken");
    const { registrantName, registrantPhone, answers: answered } = after;
    await tx.booking.update({
      where: { id: bookingId },
      data: {
        registrantName,
        registrantPhone,
        answers: answered as Prisma.InputJsonObject,
        ...(billing !== null && { billing }),
      },
      select: { id: true },
    });
    await dropUnnamedFiles(tx, { bookingId });
    // A place whose name is to come stands under the booker's.
    if (fields.includes("registrantName"))
      await tx.registration.updateMany({ where: { bookingId, state: "HELD" }, data: { name: registrant.name } });
    const { organisationId } = form;
    const actor = { kind: "ATTENDEE", id: bookingId } as const;
    const audited = { organisationId, eventId, actor, action: "booking.changed", subjectId: bookingId } as const;
    await recordAudit(tx, { ...audited, detail: { fields } }, now);
    return ok(undefined);
  });
}

/** What is stored, locked against another change at the same time: people first, as erasing and cancelling lock them. */
async function lockBooking(tx: Transaction, bookingId: string) {
  await tx.$executeRaw`SELECT 1 FROM registration WHERE booking_id = ${bookingId}::uuid ORDER BY id FOR NO KEY UPDATE`;
  await tx.$executeRaw`SELECT 1 FROM booking WHERE id = ${bookingId}::uuid FOR NO KEY UPDATE`;
  return tx.booking.findUniqueOrThrow({
    where: { id: bookingId },
    select: { registrantName: true, registrantPhone: true, answers: true, billing: true },
  });
}

function defined(answers: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer !== undefined));
}

/** As text that does not depend on the order of the keys, which the database does not keep. */
function sorted(value: unknown): string {
  const isRecord = value !== null && typeof value === "object" && !Array.isArray(value);
  return JSON.stringify(isRecord ? Object.entries(defined(value as Record<string, unknown>)).toSorted() : value);
}
