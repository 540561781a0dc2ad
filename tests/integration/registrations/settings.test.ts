import { describe, expect, it } from "vitest";
import type { EventScope } from "@/lib/auth/scopes";
import { toTimestamp } from "@/lib/core/clock";
import { database } from "@/lib/platform/db";
import { changeSettings } from "@/lib/registrations/commands/change-settings";
import { getEventSettings } from "@/lib/registrations/queries/event-settings";
import { type EventSettings, SETTING_DAYS, SETTING_TICKS } from "@/lib/registrations/settings-schema";
import { NOW } from "../../support/clock";
import type { EventWishes } from "../../support/factories/event";
import { createRegistration } from "../../support/factories/registration";
import { createSession } from "../../support/factories/session";
import { inviter } from "../../support/inviting";
import { person, quotasOffTheRows, register, rowCounts } from "../../support/registering";

const db = database();
const today = NOW.toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
const inDays = (days: number) => today.add({ days }).toString();

/** The settings as the form would send them back. */
function sent(settings: EventSettings, changes: Record<string, unknown> = {}) {
  return {
    ...Object.fromEntries(SETTING_DAYS.map((name) => [name, settings[name] ?? ""])),
    ...Object.fromEntries(SETTING_TICKS.flatMap((name) => (settings[name] ? [[name, "on"]] : []))),
    ...{ access: settings.access, availability: settings.availability, offerHours: String(settings.offerHours) },
    places: Object.fromEntries(settings.places.map(({ key, capacity }) => [key, String(capacity ?? "")])),
    ...changes,
  };
}

async function opened(wishes: EventWishes = {}) {
  const { event, scope } = await inviter(NOW, "EDITOR", { waitingList: true, ...wishes });
  const { settings, mark: seen } = await getEventSettings(scope);
  const change = (changes: Record<string, unknown>, as: EventScope = scope) =>
    changeSettings(as, { body: sent(settings, changes), seen }, NOW);
  return { event, scope, settings, seen, change };
}

describe("the settings of registration", () => {
  it("change days, ways and places together, and leave who changed what in the history", async () => {
    const { event, scope, change } = await opened({ dayCount: 2 });
    await createSession(db, event, { capacity: 5 });
    const outcome = await change({
      ...{ lastRegistrationDay: inDays(30), lastEditDay: inDays(35), availability: "FEW", approval: "on" },
      places: { event: "40", [event.days[1]?.id ?? ""]: "12" },
    });
    // The session came after the form was opened: what was shown is not what is there.
    expect(outcome).toMatchObject({ ok: false, code: "changed_meanwhile" });

    const { settings, mark } = await getEventSettings(scope);
    const again = await changeSettings(
      scope,
      {
        body: sent(settings, {
          ...{ lastRegistrationDay: inDays(30), lastEditDay: inDays(35), availability: "FEW", approval: "on" },
          places: { event: "40", [event.days[1]?.id ?? ""]: "12" },
        }),
        seen: mark,
      },
      NOW,
    );
    const changed = ["lastRegistrationDay", "lastEditDay", "availability", "approval"];
    const all = [...changed, "places.event", `places.${event.days[1]?.id}`].sort();
    if (!again.ok) throw new Error(again.code);
    expect([...again.value.changed].sort()).toEqual(all);
    const now = await getEventSettings(scope);
    expect(now.settings).toMatchObject({ lastRegistrationDay: inDays(30), availability: "FEW", approval: true });
    expect(now.settings.places.map(({ level, capacity }) => [level, capacity])).toEqual([
      ["event", 40],
      ["category", null],
      ["day", null],
      ["day", 12],
      ["session", 5],
    ]);
    const audit = await db.auditEntry.findFirstOrThrow({ where: { eventId: event.id, action: "settings.changed" } });
    expect(audit).toMatchObject({ actorKind: "USER", actorId: scope.userId });
  });

  it("that are saved as they are write nothing", async () => {
    const { change } = await opened();
    const before = await rowCounts();
    expect(await change({})).toEqual({ ok: true, value: { changed: [] } });
    expect(await rowCounts()).toEqual(before);
  });

  it("offer what more places make room for at once, and take nobody's place when there are fewer", async () => {
    const { event, scope, settings, seen } = await opened({ capacity: 1 });
    const first = await register(event.slug, person({}), NOW);
    const second = await register(event.slug, person({}), NOW);
    expect([first, second].map((one) => one.ok && one.value.status)).toEqual(["CONFIRMED", "WAITLISTED"]);
    const places = (capacity: string) => ({ body: sent(settings, { places: { event: capacity } }), seen });
    expect(await changeSettings(scope, places("2"), NOW)).toMatchObject({ ok: true });
    const states = async () =>
      (await db.registration.findMany({ where: { eventId: event.id }, orderBy: { id: "asc" } })).map(
        ({ state }) => state,
      );
    expect(await states()).toEqual(["CONFIRMED", "OFFERED"]);
    const { mark } = await getEventSettings(scope);
    expect(await changeSettings(scope, { ...places("0"), seen: mark }, NOW)).toMatchObject({ ok: true });
    expect(await states()).toEqual(["CONFIRMED", "OFFERED"]);
    expect(await register(event.slug, person({}), NOW)).toMatchObject({ ok: true, value: { status: "WAITLISTED" } });
    expect(await quotasOffTheRows(event.id)).toEqual([]);
  });

  it("count who is there already where a level gets its first limit", async () => {
    const { event, scope, change } = await opened();
    await register(event.slug, person({}), NOW);
    const [category] = event.categories;
    expect(await change({ places: { [category?.id ?? ""]: "1" } })).toMatchObject({ ok: true });
    const { settings } = await getEventSettings(scope);
    expect(settings.places[1]).toMatchObject({ level: "category", capacity: 1, used: 1 });
    expect(await register(event.slug, person({}), NOW)).toMatchObject({ ok: true, value: { status: "WAITLISTED" } });
  });

  it("move the end of places held without names, and refuse a day that would end them all", async () => {
    const { event, scope, change } = await opened();
    const expiresAt = toTimestamp(NOW.add({ hours: 48 }));
    const held = await createRegistration(db, event, { state: "HELD", expiresAt }, NOW);
    const past = await change({ lastNamingDay: inDays(-1) });
    expect(past).toMatchObject({ code: "invalid", detail: { lastNamingDay: "places_held" } });
    const { settings, mark } = await getEventSettings(scope);
    const body = sent(settings, { lastNamingDay: inDays(9) });
    expect(await changeSettings(scope, { body, seen: mark }, NOW)).toMatchObject({ ok: true });
    const { expiresAt: end } = await db.registration.findUniqueOrThrow({ where: { id: held.id } });
    expect(end?.toISOString()).toBe(
      today.add({ days: 10 }).toZonedDateTime("Europe/Stockholm").toInstant().toString({ fractionalSecondDigits: 3 }),
    );
  });

  it("changed by two at once are changed by one, and the other sees what is stored", async () => {
    const { change, scope } = await opened();
    const outcomes = await Promise.all([change({ lastEditDay: inDays(3) }), change({ lastEditDay: inDays(4) })]);
    expect(outcomes.map((one) => (one.ok ? "ok" : one.code)).sort()).toEqual(["changed_meanwhile", "ok"]);
    const { settings } = await getEventSettings(scope);
    const [lost] = outcomes.flatMap((one) => (one.ok || one.code !== "changed_meanwhile" ? [] : [one.detail]));
    expect(lost?.settings.lastEditDay).toBe(settings.lastEditDay);
  });

  it.each([
    [{ lastRegistrationDay: "" }, { lastRegistrationDay: "required" }],
    [{ lastRegistrationDay: "snart" }, { lastRegistrationDay: "date_invalid" }],
    [{ lastRegistrationDay: "2027-02-30" }, { lastRegistrationDay: "date_invalid" }],
    [{ lastCateringDay: inDays(400) }, { lastCateringDay: "after_event" }],
    [{ registrationOpensOn: inDays(30) }, { lastRegistrationDay: "before_opening" }],
    [{ access: "INVITED_FIRST" }, { openToAllOn: "required" }],
    [{ openToAllOn: inDays(30) }, { openToAllOn: "after_last_day" }],
    [{ lastFreeCancelDay: inDays(9), lastCancelDay: inDays(8) }, { lastFreeCancelDay: "after_last_cancel_day" }],
    [{ offerHours: "0" }, { offerHours: "hours_invalid" }],
    [{ offerHours: "😀" }, { offerHours: "hours_invalid" }],
    [{ places: { event: "-1" } }, { "places.event": "places_invalid" }],
    [{ places: { event: "1e3" } }, { "places.event": "places_invalid" }],
    [{ access: "ALL" }, { access: "choice_unknown" }],
    [{ waitingList: ["on", "on"] }, { waitingList: "wrong_type" }],
    [{ lastEditDay: { $gt: "" } }, { lastEditDay: "wrong_type" }],
    [{ lastEditDay: "x".repeat(1_000_000) }, { lastEditDay: "wrong_type" }],
  ])("refuse %o by field and write nothing", async (changes, detail) => {
    const { change } = await opened();
    const before = await rowCounts();
    expect(await change(changes)).toEqual({ ok: false, code: "invalid", detail });
    expect(await rowCounts()).toEqual(before);
  });

  it("are nobody's but theirs who may change the event", async () => {
    const { event, settings, seen } = await opened();
    const { scope: viewer } = await inviter(NOW, "VIEWER");
    const body = sent(settings, { approval: "on" });
    expect(await changeSettings(viewer, { body, seen }, NOW)).toMatchObject({ ok: false, code: "settings_gone" });
    const { scope: stranger } = await inviter(NOW, "OWNER");
    // Another organisation's owner changes their own event, whatever ids the form holds.
    const places = { [event.categories[0]?.id ?? ""]: "0" };
    const own = await getEventSettings(stranger);
    const forged = { body: sent(own.settings, { places }), seen: own.mark };
    expect(await changeSettings(stranger, forged, NOW)).toEqual({ ok: true, value: { changed: [] } });
    expect(await db.quota.count({ where: { categoryId: event.categories[0]?.id ?? null } })).toBe(0);
  });
});
