import { describe, expect, it } from "vitest";
import { mintPersonalLink } from "@/lib/auth/commands/mint-personal-link";
import { canEdit } from "@/lib/auth/policy";
import type { SpeakerScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { setEvaluationUrl } from "@/lib/events/commands/set-evaluation-url";
import { findPublishedEvent } from "@/lib/events/queries/published-event";
import { database } from "@/lib/platform/db";
import { addMaterial, type NewMaterial } from "@/lib/programme/commands/add-material";
import { decideMaterials } from "@/lib/programme/commands/decide-materials";
import { handInSlides, takeBackSlides } from "@/lib/programme/commands/hand-in-slides";
import { saveSpeaker } from "@/lib/programme/commands/save-speaker";
import { findEventMaterialFile, listEventMaterials } from "@/lib/programme/queries/event-materials";
import { listEventSpeakers } from "@/lib/programme/queries/event-speakers";
import { findPublicMaterialFile, listPublicMaterials } from "@/lib/programme/queries/public-materials";
import { NOW } from "../../support/clock";
import { createEvent } from "../../support/factories/event";
import { createMember } from "../../support/factories/member";
import { createOrganisation } from "../../support/factories/organisation";
import { createSession, createSpeaker } from "../../support/factories/session";
import { HTML, PDF, PPTX } from "../../support/sample-files";
import { scopeOf } from "../../support/signed-in";

const db = database();

async function stage() {
  const event = await createEvent(db, { daysAhead: 60 }, NOW);
  const host = await createOrganisation(db);
  const [one, two] = [await createSession(db, event, { hostOrganisationId: host.id }), await createSession(db, event)];
  const { organisationId } = event;
  const speaker = await createSpeaker(db, organisationId, [one.id], { name: "Sofia Abdi" });
  const other = await createSpeaker(db, organisationId, [two.id], { name: "Omar Lindahl" });
  const user = await createMember(db, organisationId, "OWNER");
  const scope = await scopeOf(user.id, event.slug, NOW, canEdit);
  const asSpeaker = { speakerId: speaker.id, organisationId } as SpeakerScope;
  const shown = await findPublishedEvent(event.slug, NOW);
  if (!shown) throw new Error("the event is not to be seen");
  return { event, host, one, two, speaker, other, scope, asSpeaker, shown };
}

const sent = (sessionId: string, wishes: { file?: Uint8Array; link?: string; consent?: boolean } = {}) => ({
  ...{ sessionId, clientIp: "192.0.2.1", link: wishes.link ?? "", consent: wishes.consent ?? true },
  file: wishes.file ? { name: "Bilder våren.pdf", content: wishes.file } : null,
});
const own = (wishes: Partial<NewMaterial> = {}): NewMaterial => ({
  ...{ belongsTo: "", titleSv: "Rapporten", titleEn: "", file: null, link: "https://example.org/r", consent: true },
  ...wishes,
});

describe("slides", () => {
  it("are handed in, seen by the organiser, published from a day on, replaced and taken back", async () => {
    const { one, scope, asSpeaker, shown } = await stage();
    expect(await handInSlides(asSpeaker, sent(one.id, { file: PDF }), NOW)).toMatchObject({ ok: true });
    const [slides] = await listEventMaterials(scope);
    expect(slides).toMatchObject({ speaker: "Sofia Abdi", consent: true, isPublished: false });
    const id = slides?.id ?? "";
    expect(await findEventMaterialFile(scope, id)).toMatchObject({
      name: "Bilder våren.pdf",
      mediaType: "application/pdf",
    });
    expect((await listEventSpeakers(scope)).speakers.map(({ slides }) => slides?.there)).toEqual([0, 1]);
    expect(await findPublicMaterialFile(shown, id, NOW)).toBeNull();

    const publish = (publicOn: string) => decideMaterials(scope, { ids: [id], decision: "publish", publicOn }, NOW);
    expect(await publish("")).toEqual({ ok: true, value: { count: 1 } });
    expect(await listPublicMaterials(shown, NOW)).toEqual([]);
    expect(await publish("2020-01-01")).toMatchObject({ ok: true });
    expect(await listPublicMaterials(shown, NOW)).toMatchObject([{ id, speaker: "Sofia Abdi" }]);
    expect((await findPublicMaterialFile(shown, id, NOW))?.content).toEqual(PDF);

    // Another file is another matter: it is published only once it is chosen.
    expect(await handInSlides(asSpeaker, sent(one.id, { file: PPTX }), NOW)).toMatchObject({ ok: true });
    expect(await listPublicMaterials(shown, NOW)).toEqual([]);
    expect(await db.storedFile.count({ where: { eventId: shown.id } })).toBe(1);
    await publish("2020-01-01");
    expect(await handInSlides(asSpeaker, sent(one.id, { consent: false }), NOW)).toMatchObject({ ok: true });
    expect(await listPublicMaterials(shown, NOW)).toEqual([]);
    expect(await publish("2020-01-01")).toMatchObject({ code: "no_consent" });

    expect(await takeBackSlides(asSpeaker, one.id, NOW)).toMatchObject({ ok: true });
    expect(await db.storedFile.count({ where: { eventId: shown.id } })).toBe(0);
    expect(await takeBackSlides(asSpeaker, one.id, NOW)).toMatchObject({ code: "nothing_sent" });
  });

  it("are refused where they are no slides, too large, or for somebody else's session", async () => {
    const { one, two, asSpeaker } = await stage();
    const codeOf = async (sessionId: string, wishes: Parameters<typeof sent>[1]) => {
      const outcome = await handInSlides(asSpeaker, sent(sessionId, wishes), NOW);
      return outcome.ok ? "ok" : outcome.code;
    };
    expect(await codeOf(one.id, {})).toBe("nothing_sent");
    expect(await codeOf(one.id, { file: HTML })).toBe("file_kind");
    expect(await codeOf(one.id, { file: new Uint8Array() })).toBe("file_empty");
    expect(await codeOf(one.id, { file: new Uint8Array(15 * 1024 * 1024 + 1) })).toBe("file_too_large");
    expect(await codeOf(one.id, { file: PDF, link: "https://example.org/" })).toBe("file_and_link");
    for (const link of ["http://example.org/", "javascript:alert(1)", "https://a:b@example.org/"])
      expect(await codeOf(one.id, { link })).toBe("link_invalid");
    expect(await codeOf(two.id, { file: PDF })).toBe("session_gone");
    expect(await codeOf("other", { file: PDF })).toBe("session_gone");
    await db.session.update({ where: { id: one.id }, data: { cancelledAt: toTimestamp(NOW) } });
    expect(await codeOf(one.id, { file: PDF })).toBe("session_gone");
    expect(await db.material.count({ where: { sessionId: { in: [one.id, two.id] } } })).toBe(0);
  });
});

describe("an organiser's materials", () => {
  it("are the event's, or a speaker's on their behalf in place of what was there", async () => {
    const { scope, one, two, speaker, other } = await stage();
    expect(await addMaterial(scope, own(), NOW)).toMatchObject({ ok: true });
    const slides = own({ belongsTo: `${one.id}/${speaker.id}`, titleSv: "" });
    const first = await addMaterial(scope, slides, NOW);
    expect(await addMaterial(scope, { ...slides, link: "https://example.org/ny" }, NOW)).toEqual(first);
    const listed = await listEventMaterials(scope);
    expect(listed.map(({ title, link }) => [title.sv, link])).toEqual([
      ["Rapporten", "https://example.org/r"],
      [(one.title as { sv: string }).sv, "https://example.org/ny"],
    ]);
    expect(await addMaterial(scope, own({ titleSv: "" }), NOW)).toMatchObject({ code: "title_missing" });
    for (const belongsTo of [`${two.id}/${speaker.id}`, other.id, "x"])
      expect(await addMaterial(scope, own({ belongsTo }), NOW)).toMatchObject({ code: "material_gone" });
    const ids = listed.map(({ id }) => id);
    const decide = (decision: "hide" | "remove", chosen = ids) =>
      decideMaterials(scope, { ids: chosen, decision, publicOn: "" }, NOW);
    expect(await decide("hide", [])).toMatchObject({ code: "nothing_chosen" });
    expect(await decide("remove", [...ids, speaker.id])).toMatchObject({ code: "material_gone" });
    expect(await decide("remove")).toEqual({ ok: true, value: { count: 2 } });
    expect(await listEventMaterials(scope)).toEqual([]);
  });

  it("are out of reach for another organisation, and for a host but for its own sessions", async () => {
    const { scope, event, host, one, two, asSpeaker } = await stage();
    await addMaterial(scope, own(), NOW);
    await addMaterial(scope, own({ belongsTo: two.id }), NOW);
    await handInSlides(asSpeaker, sent(one.id, { file: PDF }), NOW);
    await db.coOrganiser.create({ data: { eventId: event.id, organisationId: host.id, access: "OWN_SESSIONS" } });
    const member = await createMember(db, host.id, "OWNER");
    const hosting = await scopeOf(member.id, event.slug, NOW);
    const seen = await listEventMaterials(hosting);
    expect(seen.map(({ speaker }) => speaker)).toEqual(["Sofia Abdi"]);
    expect((await listEventSpeakers(hosting)).speakers.map(({ name }) => name)).toEqual(["Sofia Abdi"]);
    const ids = (await listEventMaterials(scope)).map(({ id }) => id);
    expect(await decideMaterials(hosting, { ids, decision: "remove", publicOn: "" }, NOW)).toMatchObject({ ok: false });
    expect(await addMaterial(hosting, own(), NOW)).toMatchObject({ ok: false });
    const elsewhere = await stage();
    expect(await decideMaterials(elsewhere.scope, { ids, decision: "remove", publicOn: "" }, NOW)).toMatchObject({
      code: "material_gone",
    });
    for (const id of ids) expect(await findEventMaterialFile(elsewhere.scope, id)).toBeNull();
    expect(await listEventMaterials(scope)).toHaveLength(3);
  });
});

describe("a speaker as the organiser writes them", () => {
  const body = (wishes: object = {}) => ({
    name: "Lena Ek",
    email: "Lena.Ek@example.org",
    roleSv: "Rektor",
    ...wishes,
  });
  it("is added with what they do, changed, and loses the old links with the old address", async () => {
    const { scope, one, two } = await stage();
    const parts = { [one.id]: "MODERATOR" };
    const added = await saveSpeaker(scope, { speaker: null, body: body({ parts }) }, NOW);
    if (!added.ok) throw new Error(added.code);
    const { id } = added.value;
    await mintPersonalLink({ purpose: "SPEAKER", speakerId: id }, NOW.add({ hours: 1 }));
    const stored = () =>
      db.speaker.findUniqueOrThrow({
        where: { id },
        select: { email: true, role: true, links: true, sessions: { select: { sessionId: true, part: true } } },
      });
    expect(await stored()).toMatchObject({ email: "lena.ek@example.org", role: { sv: "Rektor", en: "Rektor" } });
    expect((await stored()).sessions).toEqual([{ sessionId: one.id, part: "MODERATOR" }]);
    const moved = { [one.id]: "", [two.id]: "SPEAKER" };
    const change = (wishes: object) => saveSpeaker(scope, { speaker: id, body: body(wishes) }, NOW);
    expect(await change({ parts: moved })).toMatchObject({ ok: true, value: { isNew: false } });
    expect(await stored()).toMatchObject({ sessions: [{ sessionId: two.id, part: "SPEAKER" }], links: [{}] });
    expect(await change({ parts: {}, email: "ny@example.org" })).toMatchObject({ ok: true });
    expect((await stored()).links).toEqual([]);
  });

  it("is refused with words for each field, and nothing is written", async () => {
    const { scope, one, speaker } = await stage();
    const elsewhere = await stage();
    const codeOf = async (wishes: object, id: string | null = null) => {
      const outcome = await saveSpeaker(
        scope,
        { speaker: id, body: body({ parts: { [one.id]: "SPEAKER" }, ...wishes }) },
        NOW,
      );
      return outcome.ok ? "ok" : outcome.code;
    };
    expect(await codeOf({ name: " " })).toBe("name_missing");
    expect(await codeOf({ email: "inte en adress" })).toBe("email_invalid");
    expect(await codeOf({ email: speaker.email })).toBe("email_taken");
    expect(await codeOf({ biographySv: "x".repeat(4_001) })).toBe("too_long");
    expect(await codeOf({ parts: {} })).toBe("no_session");
    expect(await codeOf({ parts: { [elsewhere.one.id]: "SPEAKER" } })).toBe("session_gone");
    expect(await codeOf({}, elsewhere.speaker.id)).toBe("speaker_gone");
    expect((await listEventSpeakers(scope)).speakers).toHaveLength(2);
  });
});

it("the address of the survey is set, cleared and judged", async () => {
  const { scope } = await stage();
  const stored = async () => (await listEventSpeakers(scope)).evaluationUrl;
  expect(await setEvaluationUrl(scope, "http://example.org", NOW)).toMatchObject({ code: "link_invalid" });
  expect(await setEvaluationUrl(scope, " https://example.org/enkat ", NOW)).toMatchObject({ ok: true });
  expect(await stored()).toBe("https://example.org/enkat");
  expect(await setEvaluationUrl(scope, "", NOW)).toMatchObject({ ok: true });
  expect(await stored()).toBeNull();
});
