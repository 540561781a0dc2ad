"use server";

import { redirect } from "next/navigation";
import { type ActionRequest, defineAction } from "@/app/_action/define-action";
import { openEvent } from "@/lib/auth/event-gate";
import { canEdit } from "@/lib/auth/policy";
import { openRegistrationOf } from "@/lib/auth/registration-gate";
import type { EventScope } from "@/lib/auth/scopes";
import type { Locale } from "@/lib/core/localised";
import { localeOf, localePath } from "@/lib/i18n/paths";
import { translator } from "@/lib/i18n/translator";
import { addByHand, type ByHandFailure } from "@/lib/registrations/commands/add-by-hand";
import { editPerson } from "@/lib/registrations/commands/edit-person";
import { fieldMessages } from "@/lib/registrations/error-messages";
import { removeView, saveView } from "@/lib/reports/commands/save-view";
import { sessionToken } from "../../../_access/session-token";
import type { ToolState } from "../../../_form/tool-form";
import { parametersOf } from "./_list/parameters";
import { listQuery, readListView } from "./_list/view";

type Answer = { readonly problem: string } | { readonly path: string };
type Tool = (scope: EventScope, form: FormData, locale: Locale, request: ActionRequest) => Promise<Answer>;
const KEPT = ["name", "email", "organisationName", "category", "shared", "tells", "passes", "locale"];

const onList =
  (tool: Tool) =>
  async (state: ToolState, form: FormData, request: ActionRequest): Promise<ToolState> => {
    const [slug, locale] = [text(form, "event"), localeOf(text(form, "language"))];
    const scope = await openEvent(await sessionToken(), slug, canEdit, request.now);
    const answer: Answer = scope.ok
      ? await tool(scope.value, form, locale, request)
      : { problem: translator(locale, "participantList")("gone") };
    if ("path" in answer) redirect(localePath(locale, `/organise/${slug}/registrations${answer.path}`));
    const attempt = (typeof (state as Partial<ToolState> | null)?.attempt === "number" ? state.attempt : 0) + 1;
    return {
      attempt,
      problem: answer.problem,
      values: Object.fromEntries([...KEPT, ...datesOf(form).map(dayField)].map((name) => [name, text(form, name)])),
    };
  };

/** Corrects one row of the list. */
export const edit = defineAction(
  onList(async (scope, form, locale, { now }) => {
    const t = translator(locale, "participantList");
    const reference = text(form, "reference");
    const person = await openRegistrationOf(scope, reference);
    if (!person.ok) return { problem: t("gone") };
    const body = fields(form, ["name", "organisationName", "category", "revision"]);
    const outcome = await editPerson(scope, person.value, body, now);
    if (!outcome.ok) return { problem: t(outcome.code) };
    return { path: `${await queryOf(scope, form, "edited")}#${reference}` };
  }),
);

/** Keeps what is shown as a view, or takes a view away. */
export const keepView = defineAction(
  onList(async (scope, form, locale, { now }) => {
    const remove = text(form, "remove");
    if (remove) {
      await removeView(scope, remove, now);
      return { path: await queryOf(scope, form, "viewRemoved") };
    }
    // Only what the list itself would read from the address is kept of it.
    const query = listQuery(await readListView(scope, parametersOf(new URLSearchParams(text(form, "query"))))).slice(1);
    const view = { name: text(form, "name"), query, shared: text(form, "shared") === "yes" };
    const outcome = await saveView(scope, view, now);
    if (!outcome.ok) return { problem: translator(locale, "participantList")(outcome.code) };
    return { path: await queryOf(scope, form, "viewSaved") };
  }),
);

/** Registers somebody for them. */
export const add = defineAction(
  onList(async (scope, form, locale, { now }) => {
    const dates = datesOf(form);
    const days = dates.filter((date) => text(form, dayField(date)) !== "");
    const body = {
      ...fields(form, ["name", "email", "organisationName", "category", "locale"]),
      ...(dates.length > 0 && { days }),
    };
    const [tells, passes] = [text(form, "tells") === "yes", text(form, "passes") === "yes"];
    const outcome = await addByHand(scope, { body, tells, passes }, now);
    if (!outcome.ok) return { problem: whyNot(outcome, locale) };
    const { reference, status } = outcome.value;
    return { path: `/${reference}?done=${status === "WAITLISTED" ? "added-waiting" : "added"}` };
  }),
);

function whyNot(failure: ByHandFailure, locale: Locale): string {
  const t = translator(locale, "participantList");
  if (failure.code === "full") return t("full_at", { name: failure.detail.name[locale] });
  if (failure.code === "already_registered") return t("already_registered", { reference: failure.detail.reference });
  if (failure.code !== "invalid") return t(failure.code);
  const labels: Readonly<Record<string, string>> = {
    name: t("name"),
    email: t("email"),
    organisationName: t("organisation"),
    category: t("category"),
    days: t("days"),
  };
  return Object.entries(fieldMessages(failure.detail, locale))
    .map(([field, messages]) => `${labels[field] ?? field}: ${messages.join(" ")}`)
    .join(" ");
}

/** The list as it was shown, with what has been done. */
async function queryOf(scope: EventScope, form: FormData, done: string): Promise<string> {
  const raw = parametersOf(new URLSearchParams(text(form, "query").replace(/^\?/, "")));
  const page = Number(raw["page"] ?? 1);
  const query = listQuery(await readListView(scope, raw), { page: Number.isInteger(page) ? page : 1 });
  return `${query}${query ? "&" : "?"}done=${done}`;
}

/** The days that were asked about. */
function datesOf(form: FormData): string[] {
  return text(form, "dates").split(" ").filter(Boolean);
}

const dayField = (date: string) => `day.${date}`;

/** The fields that are filled in, by name. */
function fields(form: FormData, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, text(form, name)]).filter(([, value]) => value !== ""));
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
