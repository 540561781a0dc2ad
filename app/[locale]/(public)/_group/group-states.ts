import type { Locale } from "@/lib/core/localised";
import { translator } from "@/lib/i18n/translator";
import { MOST_COLLEAGUES } from "@/lib/registrations/booking-schema";
import type { Booked, BookedPerson } from "@/lib/registrations/commands/book-colleagues";
import { failureMessage } from "@/lib/registrations/error-messages";
import { quoteOfPeople } from "@/lib/registrations/queries/quote-of-people";
import type { RegistrationForm } from "@/lib/registrations/registration-form";
import type { FormMessages } from "../_form/form-view";
import { textsOf } from "../_form/price-texts";
import type { GroupState, OutcomeView } from "./group-state";
import { bookerSections, closingSections } from "./group-view";
import { personView } from "./person-view";
import type { GroupValues } from "./posted-group";

/** The event, the language and the hidden fields of a group form, and whether it makes a booking or adds to one. */
export type GroupFrame = {
  readonly form: RegistrationForm;
  readonly locale: Locale;
  readonly hidden: Readonly<Record<string, string>>;
  readonly isNew: boolean;
  readonly attempt: number;
};

type Told = {
  readonly messages?: FormMessages;
  readonly problem?: string | null;
  readonly notice?: string | null;
  /** By person: the row of the list they were read from. */
  readonly rows?: ReadonlyMap<number, number>;
};

/** The form as it is to be drawn with these values. */
export function groupState(frame: GroupFrame, { values, count }: GroupValues, told: Told = {}): GroupState {
  const { form, locale, hidden, isNew, attempt } = frame;
  const t = translator(locale, "booking");
  const source = (index: number) => {
    const row = told.rows?.get(index);
    return row === undefined ? null : t("row", { row });
  };
  const people = Array.from({ length: Math.min(count, MOST_COLLEAGUES) }, (_, index) =>
    personView(form, locale, { index, values, source: source(index) }),
  );
  const quote = quoteOfPeople(form, chosenIn(values, people.length));
  const closing = closingSections(form, locale);
  return {
    attempt,
    values,
    hidden,
    messages: told.messages ?? {},
    problem: told.problem ?? (count > MOST_COLLEAGUES ? t("tooMany") : null),
    notice: told.notice ?? null,
    sections: isNew ? bookerSections(form, locale) : [],
    people,
    closing: isNew ? closing : closing.filter(({ id }) => id === "billing"),
    price: quote && { quote, texts: { ...textsOf(quote, locale), heading: t("priceNow") }, locale },
    done: null,
  };
}

/** What became of everybody, instead of the form. */
export function doneState(frame: GroupFrame, { values }: GroupValues, { reference, people }: Booked): GroupState {
  const state = groupState(frame, { values: {}, count: 0 });
  return {
    ...state,
    done: {
      reference,
      outcomes: people.map((person, index) => outcome(values[`people.${index}.name`]?.[0] ?? "", person, frame.locale)),
    },
  };
}

function outcome(name: string, person: BookedPerson, locale: Locale): OutcomeView {
  const t = translator(locale, "booking");
  const shown = name.trim() || t("nameToCome");
  if (person.kind === "code_used_up") return { name: shown, words: t("codeUsedUp"), tone: "ended" };
  if (person.kind === "full") {
    const why = failureMessage({ ok: false, code: "full", detail: person.full }, locale);
    return { name: shown, words: t("notPlaced", { why }), tone: "ended" };
  }
  const tone = person.status === "CONFIRMED" ? "good" : "waiting";
  return { name: shown, words: t(`outcome.${person.status}`), tone };
}

/** What each person has chosen so far, of what was posted and may be anything. */
function chosenIn(values: GroupValues["values"], count: number) {
  return Array.from({ length: count }, (_, index) => {
    const of = (field: string) => values[`people.${index}.${field}`] ?? [];
    return { category: of("category")[0], days: of("days"), sessions: of("sessions") };
  });
}

/** The people with something to correct, by their place in the form. */
export function wrongRows(messages: FormMessages): number[] {
  const rows = Object.keys(messages).flatMap((name) => /^people\.(\d+)\./.exec(name)?.[1] ?? []);
  return [...new Set(rows.map(Number))];
}
