import { MOST_COLLEAGUES } from "@/lib/registrations/booking-schema";
import { countPeople } from "@/lib/registrations/form-data";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import type { FormValues } from "../_form/form-view";
import { postedValues } from "../_form/posted-values";

/** What a group form is filled in with. */
export type GroupValues = { readonly values: FormValues; readonly count: number };

const FIELDS_A_PERSON = 60;

/** The form as it was posted. */
export function postedGroup(form: FormData): GroupValues {
  const most = 100 + MOST_COLLEAGUES * FIELDS_A_PERSON;
  return { values: postedValues(form, most), count: countPeople(form, MOST_COLLEAGUES) };
}

/** A new form: one person, all days that have room. */
export function firstGroup(form: RegistrationForm): GroupValues {
  return withPerson({ values: {}, count: 0 }, form, {});
}

/** With one more person, who comes to what the person before does, else to all days that have room. */
export function withPerson({ values, count }: GroupValues, form: RegistrationForm, own: FormValues): GroupValues {
  const before = (field: string) => values[`people.${count - 1}.${field}`];
  const open = form.days.filter(({ places }) => places.kind !== "full").map(({ date }) => date);
  const first: FormValues =
    count === 0
      ? { days: open }
      : { days: before("days") ?? [], sessions: before("sessions") ?? [], category: before("category") ?? [] };
  const all = Object.entries({ ...first, ...own }).map(
    ([field, value]) => [`people.${count}.${field}`, value] as const,
  );
  return { values: { ...values, ...Object.fromEntries(all) }, count: count + 1 };
}

/** Without the person at `index`; those after move up. */
export function withoutPerson({ values, count }: GroupValues, index: number): GroupValues {
  if (index < 0 || index >= count) return { values, count };
  const moved = Object.entries(values).flatMap(([name, value]) => {
    const [, at, field] = /^people\.(\d+)\.(.+)$/.exec(name) ?? [];
    if (at === undefined) return [[name, value] as const];
    if (Number(at) === index) return [];
    return [[`people.${Number(at) > index ? Number(at) - 1 : at}.${field}`, value] as const];
  });
  return { values: Object.fromEntries(moved), count: count - 1 };
}

/** Without people nobody has written anything about. */
export function withoutBlank(group: GroupValues): GroupValues {
  let left = group;
  for (let index = group.count - 1; index >= 0; index -= 1) {
    const written = ["name", "email"].some((field) => group.values[`people.${index}.${field}`]?.[0]?.trim());
    if (!written) left = withoutPerson(left, index);
  }
  return left;
}
