import { expect, it } from "vitest";
import { fullInWords, offersInWords } from "@/lib/i18n/waiting-reasons";
import { database } from "@/lib/platform/db";
import { cancelRegistration } from "@/lib/registrations/commands/cancel-registration";
import { findWhyWaiting } from "@/lib/registrations/queries/why-waiting";
import { at } from "../../support/clock";
import { deliverDue } from "../../support/delivering";
import { type CreatedEvent, createEvent } from "../../support/factories/event";
import { person, register, scopeOf } from "../../support/registering";
import { startSmtp } from "../../support/smtp-server";

const db = database();
const MONDAY = at("2026-09-14 09:00");

async function join(event: CreatedEvent, fields: Record<string, unknown> = {}) {
  const result = await register(event.slug, person(fields), MONDAY);
  if (!result.ok) throw new Error(result.code);
  return scopeOf(result.value.reference);
}

/** Two days in October, the first of which has one place; somebody has it, and two wait for it. */
async function fullDay() {
  const event = await createEvent(db, { dayCount: 2, capacity: 50, waitingList: true, daysAhead: 30 }, MONDAY);
  await db.quota.create({ data: { eventId: event.id, dayId: event.days[0]?.id ?? null, capacity: 1 } });
  return { event, holder: await join(event), first: await join(event), second: await join(event) };
}

it("names what is full, and tells why nobody is offered a place", async () => {
  const { event, holder, first, second } = await fullDay();
  const why = async ({ registrationId }: typeof first, now = MONDAY) => {
    const found = await findWhyWaiting(registrationId, now);
    if (!found) throw new Error("does not wait");
    return [...fullInWords(found, "sv"), offersInWords(found, "sv")];
  };
  expect(await findWhyWaiting(holder.registrationId, MONDAY)).toBeNull();
  expect(await why(first)).toEqual([
    "Alla platser den 14 oktober är tagna.",
    expect.stringMatching(/^Blir en plats ledig när det är din tur/),
  ]);
  await db.event.update({ where: { id: event.id }, data: { offersPaused: true } });
  await cancelRegistration(holder, MONDAY);
  expect(await why(first)).toEqual([expect.stringMatching(/^Arrangören har pausat erbjudandena/)]);
  await db.event.update({ where: { id: event.id }, data: { offersPaused: false } });
  expect(await why(first)).toEqual([expect.stringMatching(/^En plats är ledig och du står på tur/)]);
  // The free place is the first one's, so the second still waits in turn.
  expect(await why(second)).toEqual([expect.stringMatching(/^Blir en plats ledig/)]);
  expect(await why(second, at("2026-10-01 09:00"))).toEqual([
    expect.stringMatching(/^Det är för nära sista anmälningsdagen 29 september 2026/),
  ]);
  await db.category.updateMany({ where: { eventId: event.id }, data: { approval: true } });
  expect(await why(first)).toEqual([expect.stringMatching(/^Arrangören väljer själv/)]);
});

it("the mail says what is full in the recipient's language", async () => {
  const smtp = await startSmtp();
  const { event } = await fullDay();
  await join(event, { email: "guest-in-line@example.org", locale: "en" });
  await deliverDue(smtp, MONDAY);
  await smtp.stop();
  const mail = smtp.mails.find(({ subject }) => subject?.startsWith("You are on the waiting list"));
  expect(mail?.text?.replaceAll(/\s+/g, " ")).toContain("All places on 14 October are taken.");
  expect(mail?.text).toContain("You are number 3 in line.");
});
