"use server";

import { redirect } from "next/navigation";
import type { Temporal } from "temporal-polyfill";
import { defineAction } from "@/app/_action/define-action";
import { openAnsweredInvitation } from "@/lib/auth/personal-link-gate";
import type { InvitationScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { formatList } from "@/lib/i18n/format";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { isUnavailable } from "@/lib/platform/database-errors";
import { bringGuests, type WrittenGuest } from "@/lib/registrations/commands/bring-guests";
import { failureMessage, fieldMessages } from "@/lib/registrations/error-messages";
import { findMyInvitation } from "../_access/my-invitation";
import { findMyScope } from "../_access/my-registration";
import { nextAttempt, postedText } from "../_form/posted-values";
import type { GuestState } from "./guest-form";

type Numbered = { readonly row: number; readonly guest: WrittenGuest };

/** Registers the guests of the invitation that was opened in this browser, or that one's own registration answers. */
export const bring = defineAction(async (state: GuestState, form, { now }): Promise<GuestState> => {
  const locale = localeOf(postedText(form, "language"));
  const event = postedText(form, "event");
  const reference = postedText(form, "reference");
  const written = guestsIn(form);
  const values = Object.fromEntries(
    written.flatMap(({ row, guest }) => [
      [`name.${row}`, guest.name],
      [`email.${row}`, guest.email],
    ]),
  );
  const refused = (problem: string, messages: GuestState["messages"] = {}): GuestState => ({
    ...{ attempt: nextAttempt(state), problem, messages, values },
  });
  try {
    const scope = await invitationOf({ event, reference }, now);
    if (!scope) return refused(translator(locale, "my")("linkBody"));
    const guests = written.map(({ guest }) => guest);
    const key = postedText(form, "key").slice(0, 100);
    // A corrected form is another submit: only the very same one is answered as before.
    const idempotencyKey = key && `${key}.${nextAttempt(state)}`;
    const outcome = await bringGuests(scope, { guests, idempotencyKey: idempotencyKey || null }, now);
    if (!outcome.ok && outcome.code === "invalid")
      return refused(translator(locale, "invitations")("cells_wrong"), messagesOf(outcome.detail, written, locale));
    const t = translator(locale, "guests");
    if (!outcome.ok && outcome.code === "nobody_placed") return refused(t("nobody"));
    if (!outcome.ok) return refused(failureMessage(outcome, locale));
    const names = (kind: "placed" | "full") =>
      formatList(
        guests
          .filter((_, index) => (outcome.value.people[index]?.kind === "placed") === (kind === "placed"))
          .map(({ name }) => name),
        locale,
      );
    if (outcome.value.people.some(({ kind }) => kind !== "placed"))
      return { ...refused(t("partly", { placed: names("placed"), full: names("full") })), values: {} };
  } catch (error) {
    if (!isUnavailable(error)) throw error;
    return refused(translator(locale, "my")("unavailable"));
  }
  redirect(localePath(locale, reference ? `/my/${reference}?guests=1` : `/events/${event}/invitation?guests=1`));
});

async function invitationOf(
  { event, reference }: { readonly event: string; readonly reference: string },
  now: Temporal.Instant,
): Promise<InvitationScope | null> {
  if (reference === "") return findMyInvitation(event, now);
  const mine = await findMyScope(reference, now);
  return mine && openAnsweredInvitation(mine);
}

/** The rows in which something is written, with their numbers. */
function guestsIn(form: FormData): readonly Numbered[] {
  return Array.from({ length: 50 }, (_, row) => ({
    row,
    guest: { name: postedText(form, `name.${row}`), email: postedText(form, `email.${row}`) },
  })).filter(({ guest }) => guest.name.trim() !== "" || guest.email.trim() !== "");
}

/** "people.0.email" is the address of the first row in which something is written. */
function messagesOf(
  errors: Parameters<typeof fieldMessages>[0],
  written: readonly Numbered[],
  locale: Locale,
): GuestState["messages"] {
  const found = Object.entries(fieldMessages(errors, locale)).map(([field, messages]): [string, string] => {
    const [, index = "0", part = "name"] = field.split(".");
    const row = written[Number(index)]?.row ?? 0;
    return [`${part === "email" ? "email" : "name"}.${row}`, messages.join(" ")];
  });
  return Object.fromEntries(found);
}
