import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { addQuestion } from "@/lib/registrations/commands/add-question";
import { NOW } from "./clock";
import { createEvent } from "./factories/event";
import { createMember } from "./factories/member";
import { scopeOf } from "./signed-in";

/** A text in both languages. */
export const label = (sv: string) => ({ sv, en: `${sv} (en)` });
export const NOTHING = { sv: "", en: "" };
/** An option as the editor's form sends it; without a value it is new. */
export const option = (sv: string, value: string | null = null, offered = true) => ({
  value,
  label: label(sv),
  offered,
});

/** A body as the editor's form sends it. */
export const body = (more: Record<string, unknown> = {}) => ({
  kind: "TEXT",
  label: label("Fråga"),
  help: NOTHING,
  purpose: NOTHING,
  readers: NOTHING,
  required: false,
  asked: "ATTENDEE",
  sensitive: false,
  lastAnswerDay: "",
  min: "",
  max: "",
  options: [],
  condition: [],
  ...more,
});
/** A question with two options. */
export const choice = (more: Record<string, unknown> = {}) =>
  body({ kind: "CHOICE", label: label("Resa"), options: [option("Tåg"), option("Flyg")], ...more });

/** An event of its own, with its owner at work. */
export async function editing(): Promise<{ scope: EventScope; slug: string; eventId: string }> {
  const event = await createEvent(database(), {}, NOW);
  const owner = await createMember(database(), event.organisationId);
  return { scope: await scopeOf(owner.id, event.slug, NOW), slug: event.slug, eventId: event.id };
}
/** The key of a question that is added. Throws when it is refused. */
export async function added(scope: EventScope, fields: unknown): Promise<string> {
  const outcome = await addQuestion(scope, fields, NOW);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.key;
}
