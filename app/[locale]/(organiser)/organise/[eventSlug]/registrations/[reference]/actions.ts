"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { openRegistrationOf } from "@/lib/auth/registration-gate";
import type { EventScope, RegistrationScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { erasePerson } from "@/lib/registrations/commands/erase-person";
import { extendDeadlines } from "@/lib/registrations/commands/extend-deadlines";
import { noteRegistration, removeNote } from "@/lib/registrations/commands/note-registration";
import { protectIdentity } from "@/lib/registrations/commands/protect-identity";
import { substituteAttendee } from "@/lib/registrations/commands/substitute-attendee";
import { tagRegistration } from "@/lib/registrations/commands/tag-registration";
import { failureMessage, fieldMessages } from "@/lib/registrations/error-messages";
import { sessionToken } from "../../../../_access/session-token";
import type { ToolState } from "../../../../_form/tool-form";

type Opened = { readonly event: EventScope; readonly person: RegistrationScope; readonly reference: string };
/** What stood in the way, in words; or what was done, and with whose registration it goes on. */
type Answer = { readonly problem: string } | { readonly done: string; readonly reference: string };
type Tool = (opened: Opened, form: FormData, locale: Locale, request: ActionRequest) => Promise<Answer>;

/** A form on one person's page: opens the registration for who may change it, and shows the page again with what was done. */
const onPerson =
  (tool: Tool) =>
  async (state: ToolState, form: FormData, request: ActionRequest): Promise<ToolState> => {
    const [slug, reference, language] = [text(form, "event"), text(form, "reference"), text(form, "language")];
    const locale = localeOf(language);
    const event = await openEvent(await sessionToken(), slug, canEdit, request.now);
    const person = event.ok ? await openRegistrationOf(event.value, reference) : event;
    const answer: Answer =
      event.ok && person.ok
        ? await tool({ event: event.value, person: person.value, reference }, form, locale, request)
        : { problem: translator(locale, "organiserPerson")("gone") };
    if ("done" in answer)
      redirect(localePath(locale, `/organise/${slug}/registrations/${answer.reference}?done=${answer.done}`));
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    const values = Object.fromEntries(
      ["name", "email", "through", "tag", "text"].map((name) => [name, text(form, name)]),
    );
    return { attempt, problem: answer.problem, values };
  };

/** Gives the person later last days, or takes them back. */
export const extend = defineAction(
  onPerson(async ({ event, reference }, form, locale, { now }) => {
    const body = { through: text(form, "through") };
    const outcome = await extendDeadlines(event, { whose: { reference }, body }, now);
    return outcome.ok ? { done: "extended", reference } : { problem: failureMessage(outcome, locale) };
  }),
);

/** Hands the person's place over to somebody else, and goes on to that registration. */
export const handOver = defineAction(
  onPerson(async ({ event, person }, form, locale, { now }) => {
    const body = { name: text(form, "name"), email: text(form, "email") };
    const actor = { kind: "USER", id: event.userId } as const;
    const outcome = await substituteAttendee(person, { body, actor }, now);
    if (outcome.ok) return { done: "handed-over", reference: outcome.value.reference };
    if (outcome.code !== "invalid") return { problem: failureMessage(outcome, locale) };
    const t = translator(locale, "organiserPerson");
    const { name, email } = fieldMessages(outcome.detail, locale);
    const parts = [name && `${t("newName")}: ${name.join(" ")}`, email && `${t("newEmail")}: ${email.join(" ")}`];
    return { problem: parts.filter(Boolean).join(" ") };
  }),
);

/** Cancels the person's registration for them. */
export const cancel = defineAction(
  onPerson(async ({ event, person, reference }, _form, locale, { now }) => {
    const outcome = await cancelRegistration(person, now, { kind: "USER", id: event.userId });
    return outcome.ok ? { done: "cancelled", reference } : { problem: failureMessage(outcome, locale) };
  }),
);

/** Marks the person's data as protected, or takes that back. */
export const protect = defineAction(
  onPerson(async ({ event, reference }, form, locale, { now }) => {
    const isProtected = text(form, "protects") === "yes";
    const outcome = await protectIdentity(event, { reference, isProtected }, now);
    if (!outcome.ok) return { problem: failureMessage(outcome, locale) };
    return { done: isProtected ? "protected" : "unprotected", reference };
  }),
);

/** Erases a person who asked for it, once the registration has ended or the event is over. */
export const erase = defineAction(
  onPerson(async ({ event, person, reference }, form, locale, { now }) => {
    if (text(form, "sure") !== "yes") return { problem: translator(locale, "organiserPerson")("eraseUnsure") };
    const outcome = await erasePerson(person, now, { kind: "USER", id: event.userId });
    return outcome.ok ? { done: "erased", reference } : { problem: failureMessage(outcome, locale) };
  }),
);

/** Gives the person a tag, or takes it away. */
export const tag = defineAction(
  onPerson(async ({ event, person, reference }, form, locale, { now }) => {
    const isOn = text(form, "isOn") === "yes";
    const outcome = await tagRegistration(event, person, { tag: text(form, "tag"), isOn }, now);
    if (outcome.ok) return { done: isOn ? "tagged" : "removed", reference };
    const t = translator(locale, "organiserPerson");
    return { problem: t(outcome.code === "tag_invalid" ? "tagInvalid" : "tooManyTags") };
  }),
);

/** Writes a note about the person for colleagues, or takes one away. */
export const note = defineAction(
  onPerson(async ({ event, person, reference }, form, locale, { now }) => {
    const remove = text(form, "remove");
    if (remove) {
      await removeNote(event, person, remove, now);
      return { done: "removed", reference };
    }
    const outcome = await noteRegistration(event, person, { text: text(form, "text") }, now);
    if (outcome.ok) return { done: "noted", reference };
    return { problem: translator(locale, "organiserPerson")("noteInvalid") };
  }),
);

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
