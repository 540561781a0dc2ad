import { describe, expect, it } from "vitest";
import { database } from "@/lib/platform/db";
import type { MemberRole } from "@/lib/platform/generated/client";
import { readFile } from "@/lib/reports/commands/read-file";
import { getEventFacets } from "@/lib/reports/queries/event-facets";
import { getRegistrationDetail } from "@/lib/reports/queries/registration-detail";
import { NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { person, register } from "../../support/registering";
import { askForFile, upload } from "../../support/sending-files";
import { scopeOf } from "../../support/signed-in";

const db = database();

/** An event with somebody who sent an open and a sensitive file, and one for the booking. */
async function world() {
  const event = await createEvent(db, {}, NOW);
  await askForFile(event);
  await askForFile(event, { key: "lakarintyg", sensitive: true });
  await askForFile(event, { key: "avtal", asked: "BOOKING" });
  const keys = ["cv", "lakarintyg", "avtal"];
  const tokens = await Promise.all(
    keys.map(async (question) => [question, await upload(event, NOW, { question, name: `${question}.pdf` })] as const),
  );
  const answer = await register(event.slug, person({ answers: Object.fromEntries(tokens) }), NOW);
  if (!answer.ok) throw new Error(answer.code);
  const files = await db.storedFile.findMany({ where: { eventId: event.id } });
  const ids = Object.fromEntries(files.map(({ questionKey, id }) => [questionKey ?? "", id]));
  const { reference } = answer.value;
  return { event, reference, ids };
}

async function reader(event: { organisationId: string; slug: string }, role: MemberRole) {
  const scope = await scopeOf((await createMember(db, event.organisationId, role)).id, event.slug, NOW);
  return { scope, facets: await getEventFacets(scope) };
}

describe("an organiser reads a file", () => {
  it.each<[MemberRole, string[]]>([
    ["OWNER", ["cv", "lakarintyg", "avtal"]],
    ["EDITOR", ["cv", "lakarintyg", "avtal"]],
    ["VIEWER", ["cv", "avtal"]],
    ["DOOR", []],
  ])("as %s what the answers' columns may be read of: %j", async (role, readable) => {
    const { event, reference, ids } = await world();
    const { scope, facets } = await reader(event, role);
    const got = await Promise.all(
      Object.entries(ids).map(async ([key, id]) => {
        const file = await readFile(scope, { reference, id, facets }, NOW);
        return file.ok ? [key] : [];
      }),
    );
    expect(got.flat().toSorted()).toEqual(readable.toSorted());
    const audited = await db.auditEntry.findMany({ where: { eventId: event.id, action: "file.read" } });
    expect(audited).toHaveLength(readable.length);
    expect(JSON.stringify(audited.map(({ detail }) => detail))).not.toContain(".pdf");
  });

  it("never of another event, another person or nobody", async () => {
    const [one, other] = [await world(), await world()];
    const { scope, facets } = await reader(one.event, "OWNER");
    const read = (reference: string, id = "") => readFile(scope, { reference, id, facets }, NOW);
    expect(await read(one.reference, one.ids["cv"])).toMatchObject({ ok: true });
    for (const [reference, id] of [
      [other.reference, other.ids["cv"]],
      [one.reference, other.ids["cv"]],
      [other.reference, one.ids["cv"]],
      [one.reference, "x"],
      [one.reference, "01890a5d-ac96-774b-bcce-b302099a8057"],
    ] as const)
      expect(await read(reference, id)).toMatchObject({ ok: false, code: "file_not_found" });
    // One that nobody has claimed is nobody's to read.
    await upload(one.event, NOW);
    const { id } = await db.storedFile.findFirstOrThrow({
      where: { eventId: one.event.id, registrationId: null, bookingId: null },
    });
    expect(await read(one.reference, id)).toMatchObject({ ok: false });
  });

  it("by its name in the list and on the person's page", async () => {
    const { event, reference, ids } = await world();
    const { scope, facets } = await reader(event, "VIEWER");
    const detail = await getRegistrationDetail(scope, reference, { facets, locale: "sv" });
    expect(detail.ok && detail.value.fields.filter(({ fileId }) => fileId)).toEqual([
      { heading: "Ladda upp ett intyg", text: "avtal.pdf", fileId: ids["avtal"] },
      { heading: "Ladda upp ett intyg", text: "cv.pdf", fileId: ids["cv"] },
    ]);
  });
});
