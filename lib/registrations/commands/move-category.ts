import type { Temporal } from "temporal-polyfill";
import { recordAudit } from "@/lib/audit/commands/record-audit";
import type { EventScope, RegistrationScope } from "@/lib/auth/scopes";
import { fromTimestamp, toTimestamp } from "@/lib/core/clock";
import { fail, ok, type Result } from "@/lib/core/result";
import { enqueueMail } from "@/lib/mail/commands/enqueue-mail";
import type { Transaction } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import type { PriceLine } from "@/lib/ticketing/price-list";
import { readWaiting } from "../queries/lines";
import { getRegistration, type MyRegistration } from "../queries/my-registration";
import { type MoveObstacle, moveObstacle } from "../rules/category-move";
import { formOf, formSelect } from "../rules/form-of-event";
import { roomBeyondLine } from "../rules/line";
import { isPaymentDue, priceOfChoice } from "../rules/price-of-choice";
import { pricedAsRegistered, usedCode } from "../rules/pricing-of-mine";
import { lockEventQuotas } from "./lock-event-quotas";
import { offerWhatWasFreed } from "./offer-freed-places";
import { writePrice } from "./reprice-registration";

/** The key of the category to move to, and whether the person gets a mail about it. */
export type CategoryMove = { readonly category: string; readonly tells: boolean };
type Outcome = Result<undefined, MoveObstacle | "category_unknown">;

/**
 * Moves one person to another category of the event: the price follows, as on the day they registered, and places are taken and
 * freed under lock. Nobody jumps the line: a place is taken only where one is left over when everybody who waits has theirs.
 */
export async function moveCategory(
  scope: EventScope,
  person: RegistrationScope,
  { category, tells }: CategoryMove,
  now: Temporal.Instant,
): Promise<Outcome> {
  const mine = await getRegistration(person, now);
  const outcome = await inTransaction((tx) => moveWithin(tx, scope, { person, mine, category, tells }, now));
  if (outcome.ok) await offerWhatWasFreed(scope.eventId, now);
  return outcome;
}

type Moving = CategoryMove & { readonly person: RegistrationScope; readonly mine: MyRegistration };

/** The same as part of something larger. Writes nothing when it fails. */
export async function moveWithin(
  tx: Transaction,
  scope: EventScope,
  moving: Moving,
  now: Temporal.Instant,
): Promise<Outcome> {
  const { person, mine, category, tells } = moving;
  const { organisationId, eventId, userId } = scope;
  const { registrationId } = person;
  // The registration first, quotas after it: the order in which cancelling locks them too.
  await tx.$executeRaw`SELECT 1 FROM registration WHERE id = ${registrationId}::uuid FOR NO KEY UPDATE`;
  const [row, to] = [
    await tx.registration.findUniqueOrThrow({
      where: { id: registrationId, eventId },
      select: {
        ...{ state: true, name: true, email: true, locale: true, createdAt: true },
        category: { select: { key: true } },
        booking: { select: { billing: true } },
        voucher: { select: { id: true, code: true, categoryId: true, offPerMille: true, offOre: true } },
      },
    }),
    await tx.category.findUnique({ where: { eventId_key: { eventId, key: category } }, select: { id: true } }),
  ];
  if (!to) return fail("category_unknown");
  const priced = await newPrice(tx, { row, mine, category: { id: to.id, key: category }, eventId }, now);
  const obstacle = moveObstacle({
    state: row.state,
    isThere: row.category.key === category,
    hasPayer: row.booking.billing !== null,
    costs: isPaymentDue(priced ?? []),
  });
  if (obstacle) return fail(obstacle);
  if (!(await hasRoom(tx, eventId, to.id))) return fail("full");
  const before = mine.price?.lines ?? [];
  const price = priced && (await writePrice(tx, { registrationId, before, after: priced, billing: null }));
  await tx.registration.update({
    where: { id: registrationId },
    data: { categoryId: to.id, updatedAt: toTimestamp(now) },
    select: { id: true },
  });
  const audited = { organisationId, eventId, actor: { kind: "USER", id: userId }, subjectId: registrationId } as const;
  const detail = { from: row.category.key, to: category, ...price };
  await recordAudit(tx, { ...audited, action: "registration.moved", detail }, now);
  const mail = {
    message: "registration-changed",
    locale: row.locale,
    organisationId,
    eventId,
    registrationId,
  } as const;
  if (tells && row.state === "CONFIRMED")
    await enqueueMail(tx, { ...mail, to: { name: row.name, email: row.email } }, now);
  return ok(undefined);
}

type Repricing = {
  readonly row: {
    readonly name: string;
    readonly email: string;
    readonly createdAt: Date;
    readonly voucher: Parameters<typeof usedCode>[0];
  };
  readonly mine: MyRegistration;
  readonly category: { readonly id: string; readonly key: string };
  readonly eventId: string;
};

/** The price in the other category, hidden ones too; null where the event has none any more, and what was agreed stands. */
async function newPrice(
  tx: Transaction,
  { row, mine, category, eventId }: Repricing,
  now: Temporal.Instant,
): Promise<readonly PriceLine[] | null> {
  const event = await tx.event.findUniqueOrThrow({ where: { id: eventId }, select: formSelect });
  const { name, email, createdAt, voucher } = row;
  const as = { name, email, organisationName: null, categoryId: category.id, extendedThrough: null };
  const form = formOf(event, as, now, usedCode(voucher));
  if (!form.pricing || form.pricing.list.categories.length === 0) return null;
  const choice = { category: category.key, days: mine.days, sessions: mine.sessionIds };
  return priceOfChoice(pricedAsRegistered(form, category.key, fromTimestamp(createdAt)), choice).lines;
}

async function hasRoom(tx: Transaction, eventId: string, categoryId: string): Promise<boolean> {
  const quotas = await lockEventQuotas(tx, eventId);
  const room = roomBeyondLine(quotas, await readWaiting(tx, eventId), new Map());
  return room
    .quotasOf(eventId)
    .filter((quota) => quota.categoryId === categoryId)
    .every(({ capacity, used }) => capacity === null || used < capacity);
}
