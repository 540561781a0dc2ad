import type { Temporal } from "temporal-polyfill";
import type { RegistrationScope } from "@/lib/auth/scopes";
import { fail, type Ok, ok } from "@/lib/core/result";
import { inTransaction } from "@/lib/platform/transaction";
import type { ChangeFailure } from "../errors";
import { fieldErrors } from "../field-errors";
import { getRegistration } from "../queries/my-registration";
import { changed, changedFields, concernsCaterer } from "../rules/changes";
import { municipalityOf } from "../rules/municipality";
import { changeSchema } from "../schema";
import { applyChange, lockStored, repriceChange } from "./apply-change";
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
  const municipality = municipalityOf(parsed.data);
  if (!municipality.ok) return fail("invalid", { municipalityCode: [{ code: municipality.code }] });
  const { reference } = mine;
  const outcome = await inTransaction(async (tx): Promise<Ok<Changed> | ChangeFailure> => {
    const before = await lockStored(tx, scope);
    if (!before) return fail("gone");
    const after = changed(mine.form, before, parsed.data, municipality.value);
    if (changedFields(before, after).length === 0) return ok({ reference, requested: false });
    const { agreedOre: grossOre, billing } = parsed.data;
    const change = { scope, mine, before, after, agreement: { by: "attendee", grossOre, billing } } as const;
    if (!mine.isCateringOpen && concernsCaterer(mine.form, before, after)) {
      await repriceChange(tx, change);
      await requestChange(tx, scope, { organisationId: mine.form.organisationId, wanted: parsed.data }, now);
      return ok({ reference, requested: true });
    }
    const actor = { kind: "ATTENDEE", id: scope.registrationId } as const;
    await applyChange(tx, { ...change, actor, mail: { message: "registration-changed" } }, now);
    return ok({ reference, requested: false });
  });
  if (outcome.ok) await offerWhatWasFreed(scope.eventId, now);
  return outcome;
}
