import readExcel from "read-excel-file/node";
import { beforeAll, describe, expect, it } from "vitest";
import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import type { MemberRole } from "@/lib/platform/generated/client";
import { exportRegistrations } from "@/lib/reports/commands/export-registrations";
import { chosenColumns, offeredColumns } from "@/lib/reports/policy";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { getRegistrationTable } from "@/lib/reports/queries/registration-table";
import { parseFilter, type RawParameters } from "@/lib/reports/schema";
import { NOW } from "@/tests/support/clock";
import { type CreatedEvent, createEvent } from "@/tests/support/factories/event";
import { createMember } from "@/tests/support/factories/member";
import { createRegistration } from "@/tests/support/factories/registration";
import { scopeOf } from "@/tests/support/signed-in";

let event: CreatedEvent;

beforeAll(async () => {
  event = await createEvent(database(), { dayCount: 2, capacity: null, title: { sv: "Tillgång", en: "Asset" } }, NOW);
  await database().question.create({
    data: {
      eventId: event.id,
      key: "roll",
      kind: "CHOICE",
      label: { sv: "Roll; uppdrag", en: "Role; task" },
      options: [{ value: "chef", label: { sv: "Chef", en: "Manager" } }],
    },
  });
  const register = (wishes: object) => createRegistration(database(), event, wishes, NOW);
  const { id } = await register({ name: "Åsa Öberg", jobTitle: "=1+1", answers: { roll: "chef" } });
  await database().sensitiveNeeds.create({
    data: { registrationId: id, diet: "nötter", deleteAfter: event.needsDeletedOn },
  });
  await register({ name: "Örjan; Ek", jobTitle: "+46 70 1" });
  await register({ name: "Bo", state: "CANCELLED" });
  await register({ name: "Skyddad", protectedIdentity: true });
});

const as = async (role: MemberRole) =>
  scopeOf((await createMember(database(), event.organisationId, role)).id, event.slug, NOW);

async function exported(scope: EventScope, format: "csv" | "xlsx", raw: RawParameters, locale: "sv" | "en" = "sv") {
  const facets = await getEventFacets(scope);
  const { columns } = chosenColumns(raw, offeredColumns(scope, facets.questions));
  const { filter } = parseFilter(raw);
  const file = await exportRegistrations(scope, { facets, filter, columns, format, locale }, NOW);
  if (!file.ok) return file.code;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.value.chunks) chunks.push(chunk);
  return { ...file.value, body: Buffer.concat(chunks) };
}

async function csv(scope: EventScope, raw: RawParameters, locale: "sv" | "en" = "sv") {
  const file = await exported(scope, "csv", raw, locale);
  return typeof file === "string" ? file : file.body.toString("utf8");
}

describe("the list as a file", () => {
  it("is exactly the filtered rows and the chosen columns in the chosen order", async () => {
    const text = await csv(await as("VIEWER"), {
      status: "confirmed",
      columns: "jobTitle,name,answer.roll",
      sort: "-name",
    });
    expect(text).toBe('\uFEFFTitel;Namn;"Roll; uppdrag"\r\n\'+46 70 1;"Örjan; Ek";\r\n\'=1+1;Åsa Öberg;Chef\r\n');
  });

  it("speaks the reader's language, days and states included", async () => {
    const text = await csv(await as("VIEWER"), { q: "bo", columns: "name,status,days,language" }, "en");
    expect(text).toBe("\uFEFFName;Status;Days;Language\r\nBo;Cancelled;25 October, 26 October;Swedish\r\n");
  });

  it("holds the same cells as the page shows, as Excel too", async () => {
    const scope = await as("OWNER");
    const raw = { columns: "reference,name,organisation,category,status,email,days,registered,answer.roll" };
    const facets = await getEventFacets(scope);
    const { columns } = chosenColumns(raw, offeredColumns(scope, facets.questions));
    const page = await getRegistrationTable(
      scope,
      { facets, filter: parseFilter(raw).filter, columns, locale: "sv" },
      1,
    );
    const file = await exported(scope, "xlsx", raw);
    if (typeof file === "string") throw new Error(file);
    const [sheet] = await readExcel(file.body);
    expect(sheet?.data.slice(1)).toEqual(page.rows.map(({ cells }) => cells.map((cell) => cell || null)));
    expect(sheet?.data).toHaveLength(5);
  });

  it("is named after the event and the day", async () => {
    const file = await exported(await as("VIEWER"), "xlsx", {});
    expect(file).toMatchObject({
      contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      contentDisposition:
        "attachment; filename=\"Anmalningar Tillgang 2026-09-15.xlsx\"; filename*=UTF-8''Anm%C3%A4lningar%20Tillg%C3%A5ng%202026-09-15.xlsx",
    });
  });

  it("leaves protected identities out for those without the right", async () => {
    expect(await csv(await as("VIEWER"), { columns: "name" })).not.toContain("Skyddad");
    expect(await csv(await as("EDITOR"), { columns: "name" })).toContain("Skyddad");
  });
});

describe("who may take the list away", () => {
  const entriesOf = (scope: EventScope) =>
    database().auditEntry.findMany({ where: { actorId: scope.userId }, select: { action: true, detail: true } });

  it("is written down with filter, columns and count, before the first byte", async () => {
    const scope = await as("VIEWER");
    const facets = await getEventFacets(scope);
    const { columns } = chosenColumns({ columns: "name" }, offeredColumns(scope, facets.questions));
    const { filter } = parseFilter({ q: "Åsa", status: "confirmed", answer: "roll:chef" });
    await exportRegistrations(scope, { facets, filter, columns, format: "csv", locale: "sv" }, NOW);
    expect(await entriesOf(scope)).toEqual([
      {
        action: "registrations.exported",
        detail: { format: "csv", count: 1, columns: ["name"], status: "confirmed", searched: true, question: "roll" },
      },
    ]);
  });

  it("is nobody at the door", async () => {
    const scope = await as("DOOR");
    expect(await csv(scope, {})).toBe("export_forbidden");
    expect(await entriesOf(scope)).toEqual([]);
  });

  it("gets diet and access needs only with the right, as a sensitive reading", async () => {
    const raw = { q: "Åsa", columns: "name,diet" };
    expect(await csv(await as("VIEWER"), raw)).toBe("\uFEFFNamn\r\nÅsa Öberg\r\n");
    const owner = await as("OWNER");
    expect(await csv(owner, raw)).toBe("\uFEFFNamn;Kost och allergier\r\nÅsa Öberg;nötter\r\n");
    expect(await entriesOf(owner)).toMatchObject([{ action: "needs.exported" }]);
  });
});

describe("a long list", () => {
  it("comes in batches, each person once", async () => {
    const scope = await as("OWNER");
    await database().$executeRaw`
      WITH b AS (INSERT INTO booking (id, event_id, reference, registrant_name, registrant_email, locale)
        SELECT gen_random_uuid(), ${event.id}::uuid, 'L-' || n, 'x', 'x@example.org', 'sv' FROM generate_series(1, 2500) n
        RETURNING id, reference)
      INSERT INTO registration (id, event_id, booking_id, category_id, reference, state, name, email, email_normalised, locale,
        consented_at, consent_version, updated_at)
      SELECT gen_random_uuid(), ${event.id}::uuid, b.id, ${event.categories[0]?.id}::uuid, b.reference, 'CONFIRMED',
        'Lång ' || b.reference, b.reference || '@example.org', lower(b.reference) || '@example.org', 'sv', now(), '1', now() FROM b`;
    const text = await csv(scope, { columns: "reference", q: "lång" });
    const lines = text.trim().split("\r\n").slice(1);
    expect(lines).toHaveLength(2500);
    expect(new Set(lines).size).toBe(2500);
  });

  it("holds nothing from anybody while it waits to be read on: more files half read than there are connections", async () => {
    const scope = await as("OWNER");
    const facets = await getEventFacets(scope);
    const { columns } = chosenColumns({ columns: "reference" }, offeredColumns(scope, facets.questions));
    const { filter } = parseFilter({ q: "lång" });
    const half: AsyncGenerator<Uint8Array>[] = [];
    for (let n = 0; n < 15; n++) {
      const file = await exportRegistrations(
        scope,
        { facets, filter, columns, format: n % 2 ? "csv" : "xlsx", locale: "sv" },
        NOW,
      );
      if (!file.ok) throw new Error(file.code);
      await file.value.chunks.next();
      half.push(file.value.chunks);
    }
    const started = performance.now();
    expect(await database().$queryRaw`SELECT 1 AS one`).toEqual([{ one: 1 }]);
    expect(performance.now() - started).toBeLessThan(1_000);
    const open = await database().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in transaction%'`;
    expect(open).toEqual([{ n: 0 }]);
    for (const chunks of half) await chunks.return(undefined);
  });

  it("leaves out who is hidden from the reader before their part of the file is read", async () => {
    const scope = await as("VIEWER");
    const facets = await getEventFacets(scope);
    const { columns } = chosenColumns({ columns: "name" }, offeredColumns(scope, facets.questions));
    const { filter } = parseFilter({ q: "lång" });
    const file = await exportRegistrations(scope, { facets, filter, columns, format: "csv", locale: "sv" }, NOW);
    if (!file.ok) throw new Error(file.code);
    await file.value.chunks.next();
    const hidden = await database().registration.findFirstOrThrow({ where: { name: { startsWith: "Lång" } } });
    await database().registration.update({ where: { id: hidden.id }, data: { protectedIdentity: true } });
    const rest: Uint8Array[] = [];
    for await (const chunk of file.value.chunks) rest.push(chunk);
    const names = Buffer.concat(rest).toString().trim().split("\r\n");
    expect(names).toHaveLength(2499);
    expect(names).not.toContain(hidden.name);
  });
});
