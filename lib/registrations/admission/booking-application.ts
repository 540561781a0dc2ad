import { Temporal } from "temporal-polyfill";
import { type EmailAddress, parseEmailAddress } from "@/lib/core/email-address";
import type { Locale } from "@/lib/core/localised";
import { type Billing, billingSchema } from "../billing-schema";
import type { BookingInput } from "../booking-schema";
import { fileIdsIn } from "../file-answer";
import type { RegistrationForm } from "../registration-form";
import { municipalityOf } from "../rules/municipality";
import { isPaymentDue } from "../rules/price-of-choice";
import type { ColleagueInput } from "../schema";
import type { Application, Person, Registrant } from "./application";
import { personOf } from "./person-of-input";

type Booker = { readonly name: string; readonly email: string; readonly organisationName?: string | undefined };

/**
 * The people of a booking. Whoever has no name yet stands under the booker's own until the naming day; whoever has the
 * booker's address is the booker, and has agreed to be stored by sending the form.
 */
export function peopleOf(
  form: RegistrationForm,
  people: readonly ColleagueInput[],
  booker: Booker,
  locale: Locale,
): readonly Person[] {
  const own = parseEmailAddress(booker.email);
  if (!own) throw new Error("a booker without a mail address");
  return people.map((input) => {
    const { name, email } = input;
    const organisationName = input.organisationName ?? booker.organisationName;
    const municipality = municipalityOf({ organisationName, municipalityCode: input.municipalityCode });
    const named = { ...input, organisationName, name: name ?? booker.name, email: email ?? own };
    const person = personOf(form, named, { municipalityCode: municipality.ok ? municipality.value : null, locale });
    const isUnnamed = email === undefined;
    return {
      ...person,
      levels: { ...person.levels, voucherId: codeCountsFor(form, input) ? person.levels.voucherId : null },
      heldUntil: isUnnamed && form.namingEndsAt ? Temporal.Instant.from(form.namingEndsAt) : null,
      consents: !isUnnamed && isSame(email, own),
    };
  });
}

const isSame = (one: EmailAddress, other: EmailAddress) => one.normalised === other.normalised;

/** A code for one category is used up by those who come in it only. */
function codeCountsFor({ pricing, categories }: RegistrationForm, { category }: ColleagueInput): boolean {
  const own = pricing?.discount?.category ?? null;
  return own === null || own === (category ?? categories[0]?.key);
}

/** What is asked when a booking is made. */
export function bookingApplication(
  form: RegistrationForm,
  input: BookingInput,
  asked: Pick<Application, "claim" | "actor" | "now"> & { readonly locale: Locale },
): Application {
  const { registrant, answers } = input;
  const { locale, ...rest } = asked;
  const booker = { ...registrant, email: registrant.email.address };
  const people = peopleOf(form, input.people, booker, input.locale ?? locale);
  const by: Registrant = {
    name: registrant.name,
    email: registrant.email.address,
    phone: registrant.phone ?? null,
    locale: input.locale ?? locale,
    billing: billingFor(people, input.billing),
    answers,
    fileIds: fileIdsIn(form.questions, answers),
  };
  return applicationOf(form, people, { ...rest, registrant: by, booking: null });
}

/** What is asked for people on this form. Throws when there is nobody, which the schema refuses. */
export function applicationOf(
  { eventId, organisationId, waitingList, needsDeletedOn }: RegistrationForm,
  [first, ...others]: readonly Person[],
  asked: Pick<Application, "claim" | "actor" | "now" | "registrant" | "booking">,
): Application {
  if (!first) throw new Error("a booking without people");
  const event = { eventId, organisationId, waitingList, needsDeletedOn };
  return { ...event, ...asked, invitation: null, tellsRegistrant: true, people: [first, ...others] };
}

/** The payer's details as parsed, or null where nothing is to be paid: then nothing of them is kept. */
export function billingFor(people: readonly Person[], billing: unknown): Billing | null {
  return isPaymentDue(people.flatMap(({ priceLines }) => priceLines)) ? billingSchema.parse(billing) : null;
}
