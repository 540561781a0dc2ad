import { Temporal } from "temporal-polyfill";
import { beforeAll, describe, expect, it } from "vitest";
import { recordAudits } from "@/lib/audit/commands/record-audit";
import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { parseLogQuery } from "@/lib/reports/log-schema";
import { LOG_PAGE, readEventLog } from "@/lib/reports/queries/event-log";
import { NOW } from "@/tests/support/clock";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createRegistration } from "@/tests/support/factories/registration";
import { scopeOf } from "@/tests/support/signed-in";

let event: CreatedEvent;
let scope: EventScope;
let registration: { id: string; reference: string };

beforeAll(async () => {
  event = await createEvent(database(), {}, NOW);
  const other = await createEvent(database(), {}, NOW);
  registration = await createRegistration(database(), event, { name: "Åsa Öberg" }, NOW);
  const owner = await createMember(database(), event.organisationId, "OWNER");
  scope = await scopeOf(owner.id, event.slug, NOW);
  const mine = { organisationId: event.organisationId, eventId: event.id };
  const yesterday = NOW.subtract({ hours: 24 });
  await inTransaction((tx) =>
    recordAudits(tx, [
      [{ ...mine, actor: { kind: "SYSTEM" }, action: "reminder.enqueued", detail: { mails: 12 } }, yesterday],
      [
        {
          ...mine,
          actor: { kind: "ATTENDEE", id: registration.id },
          action: "registration.changed",
          subjectId: registration.id,
        },
        NOW,
      ],
      [
        {
          ...mine,
          actor: { kind: "USER", id: owner.id },
          action: "needs.read",
          subjectId: registration.id,
          detail: { columns: ["diet", "access"] },
        },
        NOW,
      ],
      [
        {
          organisationId: other.organisationId,
          eventId: other.id,
          actor: { kind: "SYSTEM" },
          action: "event.published",
        },
        NOW,
      ],
    ]),
  );
});

const read = (raw: Readonly<Record<string, string>> = {}) => readEventLog(scope, parseLogQuery(raw));
const actions = async (raw: Readonly<Record<string, string>>) => (await read(raw)).entries.map(({ action }) => action);

describe("the log of an event", () => {
  it("tells who did and read what, newest first, of this event alone", async () => {
    const { entries, users } = await read();
    expect(entries.map(({ action }) => action)).toEqual(["needs.read", "registration.changed", "reminder.enqueued"]);
    expect(entries[0]).toMatchObject({
      actor: "USER",
      by: users[0]?.name,
      subject: { kind: "registration", reference: registration.reference, name: "Åsa Öberg" },
      detail: [{ name: "columns", value: "diet, access" }],
    });
    expect(entries[2]).toMatchObject({ actor: "SYSTEM", by: null, subject: null });
  });

  it("is filtered by topic, by whom, about whom and by day", async () => {
    expect(await actions({ topic: "privacy" })).toEqual(["needs.read"]);
    expect(await actions({ by: scope.userId })).toEqual(["needs.read"]);
    expect(await actions({ by: "SYSTEM" })).toEqual(["reminder.enqueued"]);
    expect(await actions({ about: registration.reference.toLowerCase() })).toEqual([
      "needs.read",
      "registration.changed",
    ]);
    expect(await actions({ about: "FINNS-INTE" })).toEqual([]);
    const today = NOW.toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
    expect(await actions({ from: today.toString() })).toEqual(["needs.read", "registration.changed"]);
    expect(await actions({ to: today.subtract({ days: 1 }).toString() })).toEqual(["reminder.enqueued"]);
  });

  it("asks for nothing that cannot be asked for", () => {
    const nothing = { topic: "", by: "", about: "", from: "", to: "" };
    const odd = { topic: "allt", by: "nobody", about: "';--", from: "2026-02-30", to: "x", before: "-1" };
    expect(parseLogQuery(odd)).toEqual({ filter: nothing, before: null });
  });

  it("goes on page by page where the last one ended, whatever is written meanwhile", async () => {
    const long = await createEvent(database(), {}, NOW);
    const owner = await createMember(database(), long.organisationId, "OWNER");
    const within = await scopeOf(owner.id, long.slug, NOW);
    const entry = { organisationId: long.organisationId, eventId: long.id, actor: { kind: "SYSTEM" } } as const;
    const write = (count: number, at: Temporal.Instant) =>
      inTransaction((tx) =>
        recordAudits(
          tx,
          Array.from({ length: count }, () => [{ ...entry, action: "reminder.missed" }, at] as const),
        ),
      );
    await write(LOG_PAGE + 3, NOW);
    const first = await readEventLog(within, parseLogQuery({}));
    await write(5, NOW.add(Temporal.Duration.from({ minutes: 1 })));
    const second = await readEventLog(within, parseLogQuery({ before: String(first.next) }));
    expect([first.entries.length, second.entries.length, second.next]).toEqual([LOG_PAGE, 3, null]);
    const ids = [...first.entries, ...second.entries].map(({ id }) => id);
    expect(new Set(ids).size).toBe(LOG_PAGE + 3);
  });
});
