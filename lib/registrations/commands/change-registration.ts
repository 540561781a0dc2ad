import type { Temporal } from "temporal-polyfill";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction, takeBack } from "@/lib/platform/transaction";
import type { ChangeFailure } from "../errors";
import { fieldErrors } from "../field-errors";
import { fileIdsIn } from "../file-answer";
import { findFiles, missingFiles } from "../queries/files-in-answers";
import { getRegistration } from "../queries/my-registration";
import { changed, changedFields, concernsCaterer } from "../rules/changes";
import { municipalityOf } from "../rules/municipality";
import { type ChangeInput, changeSchema } from "../schema";
import { applyChange, lockStored, repriceChange } from "./apply-change";
import { claimNewFiles } from "./claim-files";
import { offerWhatWasFreed } from "./offer-freed-places";
import { requestChange } from "./request-change";

/** What came of it; `requested`: nothing has changed yet, the organiser answers. */
export type Changed = { readonly reference: string; readonly requested: boolean };

/**
 * Changes a confirmed registration until the edit deadline: days, sessions, answers, organisation and needs; never who comes
 * or as what. After the caterer's last day, what touches days, meals or diet becomes a request instead, the whole form with
 * it. What costs more or less than was shown is refused with the new price. Nothing is written, and nothing mailed, when nothing differs.
 */
export async function changeRegistration(
  scope: RegistrationScope,
  body: unknown,
  now: Temporal.Instant,
): Promise<Ok<Changed> | ChangeFailure> {
  const mine = await getRegistration(scope, now);
  if (mine.state !== "CONFIRMED") return fail("gone");
  if (!mine.canEdit) return fail("edit_closed");
  const parsed = changeSchema(mine.form).safeParse(body);
  if (!parsed.success) return fail("invalid", fieldErrors(parsed.error, mine.form));
  const [files] = await findFiles(mine.form, [parsed.data.answers], { registrationId: scope.registrationId });
  if (files && files.missing.length > 0) return fail("invalid", missingFiles(files));
  const wanted = { ...parsed.data, answers: files?.answers ?? {} } as ChangeInput;
  const municipality = municipalityOf(wanted);
  if (!municipality.ok) return fail("invalid", { municipalityCode: [{ code: municipality.code }] });
  const { reference } = mine;
  const outcome = await inTransaction(async (tx): Promise<Ok<Changed> | ChangeFailure> => {
    const before = await lockStored(tx, scope);
    if (!before) return fail("gone");
    const after = changed(mine.form, before, wanted, municipality.value);
    if (changedFields(before, after).length === 0) return ok({ reference, requested: false });
    const fileIds = fileIdsIn(mine.form.questions, wanted.answers);
    // Somebody else's by now: their own other window, or another registration that was sent with the same upload.
    if (!(await claimNewFiles(tx, fileIds, { registrationId: scope.registrationId })))
      return takeBack(fail("file_taken"));
    const { agreedOre: grossOre, billing } = wanted;
    const change = { scope, mine, before, after, agreement: { by: "attendee", grossOre, billing } } as const;
    if (!mine.isCateringOpen && concernsCaterer(mine.form, before, after)) {
      await repriceChange(tx, change);
      await requestChange(tx, scope, { organisationId: mine.form.organisationId, wanted }, now);
      return ok({ reference, requested: true });
    }
    const actor = { kind: "ATTENDEE", id: scope.registrationId } as const;
    await applyChange(tx, { ...change, actor, mail: { message: "registration-changed" } }, now);
    return ok({ reference, requested: false });
  });
  if (outcome.ok) await offerWhatWasFreed(scope.eventId, now);
  return outcome;
}
