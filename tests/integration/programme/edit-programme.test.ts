import { expect, it } from "vitest";
import type { EventScope } from "@/lib/auth/scopes";
import { database } from "@/lib/platform/db";
import { addBreaks } from "@/lib/programme/commands/add-breaks";
import { importSessions } from "@/lib/programme/commands/import-sessions";
import { moveSession } from "@/lib/programme/commands/move-session";
import { removeSession } from "@/lib/programme/commands/remove-session";
import { saveSession } from "@/lib/programme/commands/save-session";
import { saveTracks } from "@/lib/programme/commands/save-tracks";
import { getEditedProgramme } from "@/lib/programme/queries/edited-programme";
import { getEditedSession } from "@/lib/programme/queries/edited-session";
import { previewSessions } from "@/lib/programme/queries/session-import";
import { getEventTracks } from "@/lib/programme/queries/tracks";
import { NOW } from "../../support/clock";
import { createMember } from "../../support/factories/member";
import { createOrganisation } from "../../support/factories/organisation";
import { createRegistration } from "../../support/factories/registration";
import { createSession, createSpeaker } from "../../support/factories/session";
import { inviter } from "../../support/inviting";
import { scopeOf } from "../../support/signed-in";

const db = database();

async function opened() {
  const { event, scope } = await inviter(NOW);
  const venue = await db.venue.create({
    data: {
      ...{ organisationId: event.organisationId, name: "Huset", city: "Lund", events: { connect: { id: event.id } } },
      rooms: { create: [{ name: "Stora salen", seats: 40 }] },
    },
    include: { rooms: true },
  });
  // What has been made here was nobody's news.
  await db.eventChange.deleteMany({ where: { eventId: event.id } });
  const [day] = event.days;
  const [room] = venue.rooms;
  if (!day || !room) throw new Error("an event has a day and its place a room");
  const body = { titleSv: "Ny punkt", kind: "TALK", day: day.id, starts: "10.00", ends: "11:00", room: room.id };
  return { event, scope, day, room, body };
}

/** The fields of a session as its form sends them, some changed. */
async function edit(scope: EventScope, id: string, changes: Record<string, unknown>, seen?: string) {
  const shown = await getEditedSession(scope, id);
  if (!shown) throw new Error("a session that is shown");
  const plain = Object.entries(shown.fields).filter(([name]) => !name.startsWith("speakers."));
  return saveSession(scope, { id, body: { ...Object.fromEntries(plain), ...changes }, seen: seen ?? shown.mark }, NOW);
}

const actions = async (eventId: string) =>
  (await db.auditEntry.findMany({ where: { eventId }, orderBy: { at: "asc" } })).map(({ action }) => action);

it("creates and changes a session with its speakers and places, and keeps what was told of it", async () => {
  const { event, scope, body } = await opened();
  const speaker = await createSpeaker(db, event.organisationId);
  const speakers = { s1: { speaker: speaker.id, part: "MODERATOR" }, s2: { speaker: "", part: "SPEAKER" } };
  const made = await saveSession(scope, { id: null, body: { ...body, places: "30", speakers }, seen: "" }, NOW);
  if (!made.ok) throw new Error(made.code);
  const { id } = made.value;
  const programme = await getEditedProgramme(scope);
  expect(programme.sessions).toMatchObject([
    { id, starts: "10:00", ends: "11:00", roomName: "Stora salen", places: 30, speakers: [{ name: speaker.name }] },
  ]);
  expect(await db.eventChange.count({ where: { eventId: event.id } })).toBe(0);
  expect(await edit(scope, id, { starts: "10:30", ends: "11:30" })).toMatchObject({ ok: true });
  // Whoever is registered can be told: the database has kept where it was.
  const [change] = await db.eventChange.findMany({ where: { eventId: event.id, toldAt: null } });
  expect(JSON.stringify(change?.before)).toContain(id);
  expect(await actions(event.id)).toEqual(["session.created", "session.changed"]);
});

it("refuses what is wrong by its field, what another event has, and what somebody else has changed meanwhile", async () => {
  const { scope, body } = await opened();
  const foreign = await opened();
  const send = (more: Record<string, unknown>) =>
    saveSession(scope, { id: null, body: { ...body, ...more }, seen: "" }, NOW);
  expect(await send({ titleSv: " ", ends: "09:00" })).toMatchObject({
    detail: { fields: { titleSv: "required" } },
  });
  expect(await send({ ends: "09:00" })).toMatchObject({ detail: { fields: { ends: "ends_before_start" } } });
  expect(await send({ day: "other" })).toMatchObject({ detail: { fields: { date: "required" } } });
  const stranger = await createSpeaker(db, foreign.event.organisationId);
  expect(
    await send({ day: foreign.day.id, room: foreign.room.id, host: foreign.event.organisationId, track: "x" }),
  ).toMatchObject({
    detail: { fields: { day: "row_gone", room: "row_gone", host: "choice_unknown", track: "row_gone" } },
  });
  expect(await send({ speakers: { s1: { speaker: stranger.id, part: "SPEAKER" } } })).toMatchObject({
    detail: { fields: { "speakers.s1.speaker": "row_gone" } },
  });
  const made = await send({});
  if (!made.ok) throw new Error(made.code);
  const { mark } = (await getEditedSession(scope, made.value.id)) ?? { mark: "" };
  await edit(scope, made.value.id, { titleSv: "Den andras" });
  expect(await edit(scope, made.value.id, { titleSv: "Min" }, mark)).toMatchObject({
    ...{ ok: false, code: "changed_meanwhile" },
    detail: { fields: { titleSv: "Den andras" } },
  });
  // Another tenant's session is not there at all.
  expect(await getEditedSession(foreign.scope, made.value.id)).toBeNull();
  const elsewhere = { id: made.value.id, body, seen: "" };
  expect(await saveSession(foreign.scope, elsewhere, NOW)).toMatchObject({ code: "session_gone" });
  const asked = { id: made.value.id, concerned: 0 };
  expect(await removeSession(foreign.scope, asked, NOW)).toMatchObject({ code: "session_gone" });
});

it("neither deletes what somebody has chosen nor takes their places: it is called off, and may be held again", async () => {
  const { event, scope } = await opened();
  const chosen = await createSession(db, event, { capacity: 5 });
  const free = await createSession(db, event);
  await createRegistration(db, event, { sessionIds: [chosen.id] }, NOW);
  expect(await edit(scope, chosen.id, { places: "0" })).toMatchObject({
    detail: { fields: { places: "below_taken" }, taken: 1 },
  });
  expect(await edit(scope, chosen.id, { signUp: "" })).toMatchObject({
    detail: { fields: { signUp: "chosen_by_people" } },
  });
  expect(await removeSession(scope, { id: chosen.id, concerned: 0 }, NOW)).toMatchObject({
    ...{ code: "more_concerned", detail: { concerned: 1 } },
  });
  const became = async (id: string, concerned: number) => {
    const outcome = await removeSession(scope, { id, concerned }, NOW);
    return outcome.ok && outcome.value.became;
  };
  expect(await became(chosen.id, 1)).toBe("called_off");
  expect(await db.registrationSession.count({ where: { sessionId: chosen.id } })).toBe(1);
  expect(await became(chosen.id, 1)).toBe("held_again");
  expect(await became(free.id, 0)).toBe("deleted");
  expect(await db.session.count({ where: { eventId: event.id } })).toBe(1);
});

it("moves by minutes or to a time and room, tells the way back, and moves nothing that has been moved", async () => {
  const { event, scope, room } = await opened();
  const { id } = await createSession(db, event);
  const shown = async () => {
    const [session] = (await getEditedProgramme(scope)).sessions;
    return { starts: session?.starts ?? "", ends: session?.ends, room: session?.roomName, mark: session?.mark ?? "" };
  };
  const first = await shown();
  const move = async (body: unknown, seen?: string) =>
    moveSession(scope, { id, seen: seen ?? (await shown()).mark, body }, NOW);
  expect(await move({ by: "15" })).toEqual({ ok: true, value: { before: { starts: first.starts, room: "" } } });
  expect(await move({ by: "15" }, first.mark)).toMatchObject({ code: "moved_meanwhile" });
  expect(await move({ starts: "13.15", room: room.id })).toMatchObject({ ok: true });
  expect(await shown()).toMatchObject({ starts: "13:15", ends: "14:15", room: "Stora salen" });
  expect(await move({ starts: "23:30", room: "" })).toMatchObject({ code: "past_midnight" });
  expect(await move({ starts: "12:00", room: event.id })).toMatchObject({ code: "room_gone" });
  expect(await move({ by: "4000" })).toMatchObject({ code: "move_invalid" });
  expect(await move({ starts: first.starts, room: "" })).toMatchObject({ ok: true });
  expect(await shown()).toEqual(first);
});

it("lets a co-organiser change the sessions its own organisation hosts, and no others", async () => {
  const { event, body } = await opened();
  const host = await createOrganisation(db);
  await db.coOrganiser.create({ data: { eventId: event.id, organisationId: host.id, access: "OWN_SESSIONS" } });
  const scope = await scopeOf((await createMember(db, host.id, "OWNER")).id, event.slug, NOW);
  const own = await createSession(db, event, { hostOrganisationId: host.id });
  const other = await createSession(db, event);
  expect(await edit(scope, own.id, { titleSv: "Vår punkt", host: "" })).toMatchObject({ ok: true });
  expect(await getEditedSession(scope, other.id)).toBeNull();
  expect(await saveSession(scope, { id: other.id, body, seen: "" }, NOW)).toMatchObject({ code: "session_gone" });
  expect(await removeSession(scope, { id: other.id, concerned: 9 }, NOW)).toMatchObject({ code: "session_gone" });
  expect(await moveSession(scope, { id: other.id, seen: "", body: { by: "15" } }, NOW)).toMatchObject({
    code: "session_gone",
  });
  const made = await saveSession(scope, { id: null, body, seen: "" }, NOW);
  const hosts = await db.session.findMany({ where: { hostOrganisationId: host.id }, select: { id: true } });
  expect(hosts.map(({ id }) => id).sort()).toEqual([own.id, made.ok && made.value.id].sort());
  const names = { morning: { sv: "a", en: "a" }, lunch: { sv: "a", en: "a" }, afternoon: { sv: "a", en: "a" } };
  expect(await addBreaks(scope, { body: { day: body.day, lunch: "12-13" }, names }, NOW)).toMatchObject({
    code: "session_gone",
  });
  const { mark } = await getEventTracks(scope);
  expect(await saveTracks(scope, { body: { tracks: {} }, seen: mark }, NOW)).toMatchObject({ code: "event_gone" });
});

it("adds the breaks that were given a time, and keeps a track that something is held in", async () => {
  const { event, scope, body } = await opened();
  const names = {
    ...{ morning: { sv: "Kaffe", en: "Coffee" }, lunch: { sv: "Lunch", en: "Lunch" } },
    afternoon: { sv: "Fika", en: "Tea" },
  };
  const add = (given: Record<string, string>) => addBreaks(scope, { body: { day: body.day, ...given }, names }, NOW);
  expect(await add({ morning: "10:00–10:30", lunch: "12-13" })).toEqual({ ok: true, value: { added: 2 } });
  expect(await add({ morning: "11" })).toMatchObject({ detail: { morning: "period_invalid" } });
  expect(await add({})).toMatchObject({ code: "no_breaks" });
  expect((await getEditedProgramme(scope)).sessions.map(({ kind }) => kind)).toEqual(["BREAK", "MEAL"]);

  const save = async (tracks: Record<string, Record<string, string>>) =>
    saveTracks(scope, { body: { tracks }, seen: (await getEventTracks(scope)).mark }, NOW);
  expect(await save({ new1: { nameSv: "Ledning" }, new2: { nameSv: "Praktik" } })).toMatchObject({ ok: true });
  const [first, second] = await db.track.findMany({ where: { eventId: event.id }, orderBy: { position: "asc" } });
  if (!first || !second) throw new Error("two tracks");
  await createSession(db, event, { trackId: first.id });
  const gone = (id: string, nameSv: string) => save({ [id]: { nameSv, remove: "on" } });
  expect(await gone(first.id, "Ledning")).toMatchObject({
    detail: { [`tracks.${first.id}.remove`]: "used_by_sessions" },
  });
  expect(await gone(second.id, "Praktik")).toMatchObject({ ok: true });
  expect(await db.track.count({ where: { eventId: event.id } })).toBe(1);
});

it("imports a list all or nothing, and nothing twice", async () => {
  const { event, scope, body } = await opened();
  const speaker = await createSpeaker(db, event.organisationId);
  const date = event.startsOn.toISOString().slice(0, 10);
  const head = "Titel\tTyp\tDatum\tTid\tLokal\tSpår\tMedverkande\tPlatser";
  const good = [
    `Välkomna\tFöredrag\t${date}\t9–9.45\tstora SALEN\t\t${speaker.name}\t`,
    `Verkstad\tworkshop\t${date}\t10:00-11:00\tStora salen\tPraktik\t\t50`,
    `Samtal\t\t${date}\t10:30–11:30\tStora salen\tLedning\t\t`,
  ];
  const given = (...rows: string[]) => ({
    ...{ source: { kind: "pasted" as const, text: [head, ...rows].join("\n") }, columns: null },
  });
  const wrong = given(...good, `Fel\tDans\t${date}\t13–12\tKällaren\t\tIngen Alls\tmånga`);
  const preview = await previewSessions(scope, wrong);
  expect(preview.ok && preview.value.rows.at(-1)).toMatchObject({
    outcome: "wrong",
    problems: [
      { column: "room", code: "room_unknown" },
      { column: "kind", code: "kind_unknown" },
      { column: "speakers", code: "speaker_unknown", value: "Ingen Alls" },
      { column: "places", code: "number_invalid" },
    ],
  });
  expect(preview.ok && [...preview.value.conflicts]).toEqual([
    [3, ["room_too_small", "room"]],
    [4, ["room"]],
  ]);
  expect(await importSessions(scope, wrong, NOW)).toMatchObject({ code: "rows_wrong" });
  expect(await db.session.count({ where: { eventId: event.id } })).toBe(0);
  expect(await importSessions(scope, given(...good), NOW)).toEqual({ ok: true, value: { added: 3 } });
  const { sessions, tracks } = await getEditedProgramme(scope);
  expect(sessions).toMatchObject([
    { dayId: body.day, starts: "09:00", ends: "09:45", roomName: "Stora salen", speakers: [{ name: speaker.name }] },
    { kind: "WORKSHOP", places: 50, track: { sv: "Praktik" } },
    { kind: "TALK", track: { sv: "Ledning" } },
  ]);
  expect(tracks).toHaveLength(2);
  expect(await importSessions(scope, given(...good), NOW)).toMatchObject({ code: "nothing_new" });
  const headless = { source: { kind: "pasted" as const, text: "a\tb" }, columns: null };
  expect(await importSessions(scope, headless, NOW)).toMatchObject({ code: "columns_missing" });
});
