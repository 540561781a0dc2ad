import type { AuditRecord } from "@/lib/audit/commands/record-audit";
import { newId, newReference } from "@/lib/core/ids";
import type { MailToBe } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { consumeRateLimits } from "@/lib/platform/rate-limit";
import { acceptInvitation, isInvitationUsed } from "../commands/accept-invitation";
import type { Known } from "../queries/facts-under-lock";
import { addressAt, decide, type Ground, type Verdict } from "../rules/decide";
import type { RegistrationState } from "../rules/transitions";
import type { Application, ApplicationAnswer, Claim, Person, PersonAnswer } from "./application";
import { claimTheirFiles, withTakenFiles } from "./files";
import { type LockedGround, lockGround } from "./ground";
import { withTooManyGuests } from "./guests";
import { answerRows, answersBefore, nameOf } from "./idempotency";
import { type NewBooking, newBooking, type Placed, writeAdmission } from "./write-placed";

const MAIL_OF_STATE: Partial<Record<RegistrationState, MailToBe["message"]>> = {
  CONFIRMED: "registration-confirmed",
  PENDING_APPROVAL: "registration-pending",
  WAITLISTED: "registration-waiting",
};

/**
 * Answers many applications in one transaction, in the order in which they came: locks all their quotas, decides on everybody
 * against the same room and line, and writes those who got something, set by set. Each application has an answer of its
 * own; one that is refused leaves no trace. No two applications may carry the same key.
 */
export async function admitTogether(
  tx: Transaction,
  applications: readonly Application[],
): Promise<readonly ApplicationAnswer[]> {
  const { ground, known, invited, kept, cancelled } = await lockGround(tx, applications);
  const earlier = answersBefore(
    applications.flatMap(({ claim }): Claim[] => (claim ? [claim] : [])),
    kept,
  );
  const used = await usedInvitations(tx, applications);
  const tooMany = await withTooManyGuests(tx, applications);
  const takenFiles = await withTakenFiles(tx, applications);
  const early = applications.map((application): ApplicationAnswer | null => {
    const replay = application.claim && earlier.get(nameOf(application.claim));
    if (replay) return replay;
    if (cancelled.has(application.eventId)) return { kind: "cancelled" };
    if (used.has(application)) return { kind: "invitation_used" };
    if (takenFiles.has(application)) return { kind: "file_taken" };
    return tooMany.has(application) ? { kind: "too_many_guests" } : null;
  });
  const limited = await tooMuchMail(
    tx,
    applications.filter((_, index) => !early[index]),
  );
  const decided = place(
    applications.filter((application, index) => !early[index] && !limited.has(application)),
    ground,
    known,
  );
  await write(tx, decided, { known, invited });
  const fresh = new Map([...limited, ...decided.map(({ application, answer }) => [application, answer] as const)]);
  return applications.map((application, index) => early[index] ?? answerOf(fresh, application));
}

type Decided = {
  readonly application: Application;
  readonly booking: NewBooking | null;
  readonly placed: readonly Placed[];
  readonly existing: readonly string[];
  readonly answer: ApplicationAnswer;
};

function answerOf(fresh: ReadonlyMap<Application, ApplicationAnswer>, application: Application): ApplicationAnswer {
  const answer = fresh.get(application);
  if (!answer) throw new Error("an application was left without an answer");
  return answer;
}

async function usedInvitations(
  tx: Transaction,
  applications: readonly Application[],
): Promise<ReadonlySet<Application>> {
  const used = new Set<Application>();
  for (const application of applications) {
    const { invitation, people } = application;
    if (invitation && (await isInvitationUsed(tx, invitation, people[0].details.email.normalised)))
      used.add(application);
  }
  return used;
}

/** Every application may make a mail to each of its people, known or new: a limit on the one kind would tell them apart. */
async function tooMuchMail(
  tx: Transaction,
  applications: readonly Application[],
): Promise<ReadonlyMap<Application, ApplicationAnswer>> {
  const limited = new Map<Application, ApplicationAnswer>();
  const [first] = applications;
  if (!first) return limited;
  const mailed = applications.flatMap((application) =>
    [...new Set(application.people.map(({ details }) => details.email.normalised))].map((address) => ({
      application,
      address,
    })),
  );
  const addresses = mailed.map(({ address }) => address);
  const allowed = await consumeRateLimits("mail-to-address", addresses, tx, first.now);
  mailed.forEach(({ application }, index) => {
    const one = allowed[index];
    if (one && !one.ok) limited.set(application, { kind: "rate_limited", ...one.detail });
  });
  return limited;
}

function place(
  applications: readonly Application[],
  ground: Ground,
  known: ReadonlyMap<string, Known>,
): readonly Decided[] {
  const everybody = applications.flatMap((application) =>
    application.people.map((person) => ({ application, person })),
  );
  const verdicts = decide(
    everybody.map(({ application, person }) => candidateOf(application, person)),
    ground,
  );
  let next = 0;
  // References of those placed in this very transaction, for an address that asks twice in it.
  const references = new Map([...known].map(([address, { reference }]) => [address, reference]));
  return applications.map((application) => {
    const own = verdicts.slice(next, next + application.people.length);
    next += application.people.length;
    return decidedOn(application, own, references);
  });
}

function candidateOf(application: Application, { levels, details, approval, heldUntil }: Person) {
  const emailNormalised = details.email.normalised;
  const { waitingList, passesLine = false } = application;
  return { levels, emailNormalised, approval, held: heldUntil !== null, waitingList, passesLine };
}

function decidedOn(application: Application, verdicts: readonly Verdict[], references: Map<string, string>): Decided {
  const booking = newBooking(application);
  const placed: Placed[] = [];
  const existing: string[] = [];
  const people = application.people.map((person, index): PersonAnswer => {
    const verdict = verdicts[index];
    if (!verdict) throw new Error("a person was left without a verdict");
    if (verdict.kind === "full") return { kind: "full", ...verdict.at };
    const address = addressAt(application.eventId, person.details.email.normalised);
    if (verdict.kind === "exists") {
      existing.push(address);
      return { kind: "placed", reference: references.get(address) ?? newReference(), status: verdict.state };
    }
    const reference = newReference();
    if (!person.heldUntil) references.set(address, reference);
    placed.push({
      id: newId(application.now),
      bookingId: booking.id,
      reference,
      state: verdict.state,
      application,
      person,
    });
    return { kind: "placed", reference, status: verdict.state };
  });
  const isAnyPlaced = people.some(({ kind }) => kind === "placed");
  const answer: ApplicationAnswer = isAnyPlaced
    ? { kind: "placed", bookingReference: booking.reference, people }
    : { kind: "full", people };
  return { application, booking: placed.length > 0 ? booking : null, placed, existing, answer };
}

async function write(
  tx: Transaction,
  decided: readonly Decided[],
  { known, invited }: Pick<LockedGround, "known" | "invited">,
): Promise<void> {
  const placed = decided.flatMap((one) => one.placed);
  const mails = [
    ...placed.flatMap(mailOf),
    ...decided.flatMap((one) => [...ownerMails(one, known), ...bookingMails(one)]),
  ];
  const answers = answerRows(decided);
  if (placed.length + mails.length + answers.length === 0) return;
  const bookings = decided.flatMap(({ booking }) => (booking ? [booking] : []));
  await writeAdmission(tx, { bookings, placed, audits: placed.map(auditOf), mails, answers });
  await claimTheirFiles(tx, bookings, placed);
  await acceptInvitations(tx, placed, invited);
}

async function acceptInvitations(
  tx: Transaction,
  placed: readonly Placed[],
  invited: ReadonlySet<string>,
): Promise<void> {
  for (const { id, application, person } of placed) {
    const { eventId, invitation, now } = application;
    const emailNormalised = person.details.email.normalised;
    if (!invitation && !invited.has(addressAt(eventId, emailNormalised))) continue;
    await acceptInvitation(tx, { eventId, registrationId: id, invitation, emailNormalised }, now);
  }
}

function auditOf({ id, application: { organisationId, eventId, actor, now } }: Placed): [AuditRecord, typeof now] {
  return [{ organisationId, eventId, actor, action: "registration.created", subjectId: id }, now];
}

function mailOf({ id, state, application, person }: Placed): [MailToBe, typeof application.now][] {
  const { organisationId, eventId, now } = application;
  const { name, email, locale } = person.details;
  const message = application.isQuiet ? undefined : MAIL_OF_STATE[state];
  const to = { name, email: email.address };
  return message ? [[{ message, locale, to, organisationId, eventId, registrationId: id }, now]] : [];
}

/** Whoever booked for others is told once, with the personal link of the booking. */
function bookingMails({ application, booking, answer }: Decided): [MailToBe, Application["now"]][] {
  const { registrant, organisationId, eventId, now, tellsRegistrant } = application;
  if (!booking || !tellsRegistrant || answer.kind !== "placed") return [];
  const { name, email, locale } = registrant;
  const params = { refused: answer.people.filter(({ kind }) => kind === "full").length };
  const mail = { message: "booking-made", locale, to: { name, email }, organisationId, eventId, params } as const;
  return [[{ ...mail, bookingId: booking.id }, now]];
}

/** Whoever sent this sees a success; the owner of the address is told by mail, at most once an hour. Nothing else changes. */
function ownerMails(
  { application, existing }: Decided,
  known: ReadonlyMap<string, Known>,
): [MailToBe, Application["now"]][] {
  const { organisationId, eventId, now } = application;
  const hour = Math.floor(now.epochMilliseconds / 3_600_000);
  return existing.flatMap((address) => {
    const owner = known.get(address);
    // Unknown here: placed in this very transaction, with a confirmation of its own on its way.
    if (!owner) return [];
    const { id, name, email, locale } = owner;
    const dedupeKey = `registration-exists:${id}:${hour}`;
    const mail = { message: "registration-exists", locale, to: { name, email }, organisationId, eventId } as const;
    return [[{ ...mail, registrationId: id, dedupeKey }, now]];
  });
}
