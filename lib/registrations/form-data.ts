import { BILLING_FIELDS } from "./billing-schema";
import { questionsOf } from "./booking-schema";
import { fileControl, removeControl } from "./file-answer";
import { type FormShape, openQuestions, type RegistrationForm } from "./registration-form";

/** One value; several for a field that has one are kept as a list, which the schema refuses. Blank counts as left out. */
function single(form: FormData, field: string): unknown {
  const values = form.getAll(field);
  if (values.length > 1) return values;
  return values[0] === "" ? undefined : values[0];
}

/** What stands for a file that was chosen and is not sent yet: enough for the schema to know that there is an answer. */
const CHOSEN_FILE = "a-file-that-was-just-chosen";

// When none was chosen a browser sends an empty file without a name, which the framework's own way of sending calls something.
const NO_FILE = ["", "blob", "undefined"];

/** The file that was chosen for a field; null when none was. */
export function chosenFile(form: FormData, field: string): File | null {
  const value = form.get(fileControl(field));
  if (value === null || typeof value === "string") return null;
  return value.size === 0 && NO_FILE.includes(value.name) ? null : value;
}

function answerFrom(form: FormData, question: FormShape["questions"][number]): unknown {
  const field = `answers.${question.key}`;
  if (question.kind === "FILE" && chosenFile(form, field)) return CHOSEN_FILE;
  if (question.kind === "FILE" && form.has(removeControl(field))) return undefined;
  if (question.kind === "MULTI_CHOICE")
    return form.has(field) || question.required ? form.getAll(field).filter((v) => v !== "") : undefined;
  const value = single(form, field);
  if (question.kind === "YES_NO" && (value === "yes" || value === "no")) return value === "yes";
  if (question.kind === "CONSENT" && (value === "on" || value === "true")) return true;
  // Numbers are written the Swedish way or the English way; what is no number is left for the schema to refuse.
  if (question.kind === "NUMBER" && typeof value === "string" && /^\s*[-−]?\d+([.,]\d+)?\s*$/.test(value))
    return Number(value.trim().replace("−", "-").replace(",", "."));
  return value;
}

function billingFrom(form: FormData): unknown {
  const filled = BILLING_FIELDS.map((field) => [field, single(form, `billing.${field}`)] as const).filter(
    ([, value]) => value !== undefined,
  );
  return filled.length > 0 ? Object.fromEntries(filled) : undefined;
}

function answersFrom(form: FormData, questions: FormShape["questions"]) {
  return Object.fromEntries(openQuestions({ questions }).map((one) => [one.key, answerFrom(form, one)]));
}

function changeable(form: FormData, shape: FormShape) {
  return {
    // In a browser no box ticked means none chosen, not "all" as when the API leaves days out.
    days: shape.days.length > 1 ? form.getAll("days") : undefined,
    sessions: form.getAll("sessions"),
    answers: answersFrom(form, shape.questions),
    organisationName: single(form, "organisationName"),
    municipalityCode: single(form, "municipalityCode"),
    jobTitle: single(form, "jobTitle"),
    diet: single(form, "diet"),
    access: single(form, "access"),
  };
}

/**
 * The body a posted registration form stands for, to be parsed with `registrationSchema`. Fields are named as in the schema;
 * answers are `answers.<key>`, what the invoice needs `billing.<field>`, yes and no are "yes" and "no", several days or sessions repeat their field. Other fields of
 * the form are ignored, so nothing can be assigned that was not asked for.
 */
export function bodyOfRegistration(form: FormData, shape: FormShape): unknown {
  return {
    name: single(form, "name"),
    email: single(form, "email"),
    consent: form.get("consent") === "on" || form.get("consent") === "true" ? true : undefined,
    category: single(form, "category"),
    code: single(form, "code"),
    billing: billingFrom(form),
    ...changeable(form, shape),
  };
}

/** The part of a form whose fields begin with `prefix`, under their names after it. */
function part(form: FormData, prefix: string): FormData {
  const own = new FormData();
  for (const [name, value] of form) if (name.startsWith(prefix)) own.append(name.slice(prefix.length), value);
  return own;
}

/** How many people a posted group form has fields for, at most `most` and one more, which the schema refuses. */
export function countPeople(form: FormData, most: number): number {
  const indexes = [...form.keys()].map((name) => Number(/^people\.(\d{1,3})\./.exec(name)?.[1] ?? -1));
  return Math.min(most + 1, Math.max(-1, ...indexes) + 1);
}

/**
 * The body a posted group form stands for, to be parsed with `bookingSchema`: who books under `registrant.`, the questions of
 * the whole booking as in `bodyOfRegistration`, and each person's fields under `people.0.`, `people.1.` and so on.
 */
export function bodyOfBooking(form: FormData, event: RegistrationForm, count: number) {
  const registrant = part(form, "registrant.");
  return {
    registrant: Object.fromEntries(
      ["name", "email", "phone", "organisationName"].map((field) => [field, single(registrant, field)]),
    ),
    consent: form.get("consent") === "on" ? true : undefined,
    code: single(form, "code"),
    billing: billingFrom(form),
    answers: answersFrom(form, questionsOf(event, "BOOKING")),
    people: peopleFrom(form, event, count),
  };
}

/** The body a posted form for what a whole booking shares stands for, to be parsed with `sharedSchema`. */
export function bodyOfShared(form: FormData, questions: FormShape["questions"]) {
  const registrant = part(form, "registrant.");
  return {
    registrant: { name: single(registrant, "name"), phone: single(registrant, "phone") },
    answers: answersFrom(form, questions),
    billing: billingFrom(form),
  };
}

/** The body a posted form for more colleagues stands for, to be parsed with `moreColleaguesSchema`. */
export function bodyOfMoreColleagues(form: FormData, event: RegistrationForm, count: number) {
  return { code: single(form, "code"), billing: billingFrom(form), people: peopleFrom(form, event, count) };
}

function peopleFrom(form: FormData, event: RegistrationForm, count: number): unknown[] {
  const own = { ...event, questions: questionsOf(event, "ATTENDEE") };
  return Array.from({ length: count }, (_, index) => {
    const person = part(form, `people.${index}.`);
    return {
      name: single(person, "name"),
      email: single(person, "email"),
      category: single(person, "category"),
      ...changeable(person, own),
    };
  });
}

/** The body a posted change form stands for, to be parsed with `changeSchema`. */
export function bodyOfChange(form: FormData, shape: FormShape): unknown {
  const agreed = single(form, "agreedOre");
  const isAmount = typeof agreed === "string" && /^-?\d{1,9}$/.test(agreed);
  return {
    ...changeable(form, shape),
    ...(isAmount && { agreedOre: Number(agreed) }),
    billing: billingFrom(form),
  };
}
