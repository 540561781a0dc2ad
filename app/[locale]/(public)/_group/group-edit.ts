import { translator } from "@/lib/i18n/translator";
import { bookingSchema } from "@/lib/registrations/booking-schema";
import { fieldMessages } from "@/lib/registrations/error-messages";
import { fieldErrors } from "@/lib/registrations/field-errors";
import { bodyOfBooking } from "@/lib/registrations/form-data";
import type { FormValues } from "../_form/form-view";
import { postedText } from "../_form/posted-values";
import type { GroupState } from "./group-state";
import { type GroupFrame, groupState, wrongRows } from "./group-states";
import { type GroupValues, withoutBlank, withoutPerson, withPerson } from "./posted-group";
import { readList } from "./read-list";

/** What the pressed button asks for other than booking: the form as it is after it, or null when it was to book. */
export async function editedGroup(frame: GroupFrame, group: GroupValues, posted: FormData): Promise<GroupState | null> {
  const { form, locale } = frame;
  const t = translator(locale, "booking");
  const intent = postedText(posted, "intent");
  if (intent === "add") return groupState(frame, withPerson(group, form, {}), { notice: t("added") });
  if (intent === "price") return groupState(frame, group);
  if (intent === "self") {
    const own = (field: string) => group.values[`registrant.${field}`] ?? [];
    const self = { name: own("name"), email: own("email"), organisationName: own("organisationName") };
    return groupState(frame, withPerson(withoutBlank(group), form, self), { notice: t("added") });
  }
  if (intent === "read") return listed(frame, group, posted);
  const [, removed] = /^remove\.(\d{1,2})$/.exec(intent) ?? [];
  if (removed) return groupState(frame, withoutPerson(group, Number(removed)), { notice: t("removed") });
  return null;
}

async function listed(frame: GroupFrame, group: GroupValues, posted: FormData): Promise<GroupState> {
  const { form, locale } = frame;
  const t = translator(locale, "booking");
  const list = await readList(posted, form);
  if ("failure" in list) return groupState(frame, group, { messages: { list: [t(`listFailure.${list.failure}`)] } });
  // Days and category are those of whoever stands first in the form, unless the list says something else.
  let filled = withoutBlank(group);
  const template = group.count > 0 && filled.count === 0 ? { ...group, count: 1 } : filled;
  const rows = new Map<number, number>();
  for (const { row, values } of list.people) {
    const chosen = Object.fromEntries(
      ["days", "sessions", "category"].map((field) => [field, template.values[`people.0.${field}`] ?? []]),
    );
    rows.set(filled.count, row);
    filled = withPerson(filled, form, { ...(template.count > 0 && chosen), ...values });
  }
  const values = { ...filled.values, list: [] };
  const { error } = bookingSchema(form).safeParse(bodyOfBooking(asForm(values), form, filled.count));
  const all = error ? fieldMessages(fieldErrors(error, form), locale) : {};
  const messages = Object.fromEntries(Object.entries(all).filter(([name]) => name.startsWith("people.")));
  const wrong = wrongRows(messages).length;
  const notice = [t("readRows", { count: list.people.length }), wrong > 0 && t("readWrong", { count: wrong })];
  return groupState(frame, { ...filled, values }, { messages, rows, notice: notice.filter(Boolean).join(" ") });
}

function asForm(values: FormValues): FormData {
  const form = new FormData();
  for (const [name, all] of Object.entries(values)) for (const value of all) form.append(name, value);
  return form;
}
