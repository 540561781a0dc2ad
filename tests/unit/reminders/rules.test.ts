import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { isLadderOn, ladder, ruleOfRung } from "@/lib/reminders/rules/ladder";
import { openedHaveTheirOwn } from "@/lib/reminders/rules/own-reminder";
import { whyPointless } from "@/lib/reminders/rules/pointless";
import { ruleStatus } from "@/lib/reminders/rules/rule-status";
import type { ReminderDates } from "@/lib/reminders/rules/scheduled-time";
import { parseRule } from "@/lib/reminders/schema";

const date = (iso: string) => Temporal.PlainDate.from(iso);
const instant = (iso: string) => Temporal.Instant.from(iso);
const ALL = { categoryId: null, groupName: null };

const forum: ReminderDates = {
  timeZone: "Europe/Stockholm",
  startsOn: date("2017-11-16"),
  endsOn: date("2017-11-16"),
  closesAt: instant("2017-11-16T15:30:00Z"),
  registrationOpensOn: null,
  lastRegistrationDay: date("2017-11-02"),
  lastNamingDay: date("2017-11-08"),
};

describe("a rule as it is typed", () => {
  const typed = {
    kind: "INVITED_UNANSWERED",
    anchor: "LAST_REGISTRATION_DAY",
    days: "7",
    direction: "before",
    time: "9.05",
    category: "",
    group: "",
  };

  it("is a number of days from a day, at a time", () => {
    expect(parseRule(typed)).toEqual({
      ok: true,
      value: { kind: typed.kind, anchor: typed.anchor, offsetDays: -7, localTime: "09:05", ...ALL },
    });
    expect(parseRule({ ...typed, days: "0" })).toMatchObject({ value: { offsetDays: 0 } });
    expect(
      parseRule({ ...typed, kind: "CONFIRMED", anchor: "EVENT_END", days: "2", direction: "after" }),
    ).toMatchObject({ value: { offsetDays: 2 } });
    expect(parseRule({ ...typed, group: " Chefer " })).toMatchObject({ value: { groupName: "Chefer" } });
  });

  it.each([
    [{ kind: "EVERYBODY" }, "kind_unknown"],
    [{ anchor: "EASTER" }, "anchor_unknown"],
    [{ anchor: "LAST_NAMING_DAY" }, "anchor_unknown"],
    [{ days: "" }, "days_invalid"],
    [{ days: "-7" }, "days_invalid"],
    [{ days: "366" }, "days_invalid"],
    [{ direction: "after", days: "61" }, "days_invalid"],
    [{ direction: "sideways" }, "days_invalid"],
    [{ time: "24:00" }, "time_invalid"],
    [{ time: "nio" }, "time_invalid"],
    [{ category: "delegat" }, "category_unknown"],
    [{ kind: "CONFIRMED", anchor: "EVENT_START", group: "Chefer" }, "group_unknown"],
    [
      { kind: "NAMES_MISSING", anchor: "EVENT_START", category: "0191e0a0-0000-7000-8000-000000000000" },
      "category_unknown",
    ],
    [{ group: "x".repeat(201) }, "group_unknown"],
    [{ eventId: "annat" }, "malformed"],
    [{ days: 7 }, "days_invalid"],
  ])("is refused: %j", (wrong, code) => {
    expect(parseRule({ ...typed, ...wrong })).toMatchObject({ ok: false, code });
  });

  it("is refused when it is no rule at all", () => {
    expect(parseRule(null)).toMatchObject({ code: "malformed" });
    expect(parseRule({})).toMatchObject({ code: "kind_unknown" });
  });
});

describe("a time at which nobody could act", () => {
  it.each([
    ["INVITED_UNANSWERED", "2017-11-02T22:59:59Z", "2017-11-02T23:00:00Z"],
    ["DRAFT_BEGUN", "2017-11-02T22:59:59Z", "2017-11-02T23:00:00Z"],
    ["NAMES_MISSING", "2017-11-08T22:59:59Z", "2017-11-08T23:00:00Z"],
    ["CONFIRMED", "2017-11-16T22:59:59Z", "2017-11-16T23:00:00Z"],
    ["SPEAKERS_WITHOUT_SLIDES", "2017-11-16T22:59:59Z", "2017-11-16T23:00:00Z"],
    ["WAITLISTED", "2017-11-16T22:59:59Z", "2017-11-16T23:00:00Z"],
  ] as const)("for %s begins when the day is over", (kind, last, first) => {
    expect(whyPointless(kind, instant(last), forum)).toBeNull();
    expect(whyPointless(kind, instant(first), forum)).toBe("too_late");
  });
});

describe("a time at which an evaluation", () => {
  it("is not open yet ends when the last day closes", () => {
    expect(whyPointless("EVALUATION_OPEN", instant("2017-11-16T15:29:59Z"), forum)).toBe("too_early");
    expect(whyPointless("EVALUATION_OPEN", instant("2017-11-16T15:30:00Z"), forum)).toBeNull();
  });
});

describe("how a rule stands", () => {
  const scheduledAt = instant("2017-10-30T08:00:00Z");
  const rule = {
    ...({ kind: "INVITED_UNANSWERED", anchor: "LAST_REGISTRATION_DAY", offsetDays: -3, localTime: "09:00" } as const),
    ...{ enabled: true, activeSince: instant("2017-10-01T08:00:00Z"), runs: [] },
  };
  const run = (outcome: "ENQUEUED" | "MISSED") => ({ ...rule, runs: [{ scheduledAt, outcome }] });
  const before = scheduledAt.subtract({ hours: 1 });
  const after = scheduledAt.add({ hours: 24 });

  it("follows its time, its runs and the event's days", () => {
    expect(ruleStatus(rule, forum, before)).toEqual({ scheduledAt, status: "planned" });
    expect(ruleStatus({ ...rule, enabled: false }, forum, before).status).toBe("off");
    expect(ruleStatus(run("ENQUEUED"), forum, after).status).toBe("sent");
    expect(ruleStatus(run("MISSED"), forum, after).status).toBe("missed");
    expect(ruleStatus(rule, forum, after).status).toBe("missed");
    expect(ruleStatus({ ...rule, activeSince: after }, forum, after).status).toBe("passed");
    expect(ruleStatus({ ...rule, anchor: "EVENT_START", offsetDays: -1 }, forum, before).status).toBe("too_late");
    expect(ruleStatus({ ...rule, anchor: "LAST_NAMING_DAY" }, { ...forum, lastNamingDay: null }, before)).toEqual({
      scheduledAt: null,
      status: "no_day",
    });
  });

  it("is planned again when the event moves after a run", () => {
    const moved = { ...forum, lastRegistrationDay: date("2017-11-09") };
    expect(ruleStatus(run("ENQUEUED"), moved, after)).toEqual({
      scheduledAt: instant("2017-11-06T08:00:00Z"),
      status: "planned",
    });
  });
});

describe("who has opened the invitation", () => {
  const at = instant("2017-10-30T08:00:00Z");
  const everybody = { ...ALL, kind: "INVITED_UNANSWERED" as const, enabled: true, scheduledAt: at };
  const opened = { ...everybody, kind: "DRAFT_BEGUN" as const };

  it("is left to a rule of their own at the same time, and to no other", () => {
    expect(openedHaveTheirOwn(everybody, [everybody, opened])).toBe(true);
    expect(openedHaveTheirOwn({ ...everybody, groupName: "Chefer" }, [{ ...opened, groupName: "Chefer" }])).toBe(true);
    for (const other of [
      { ...opened, enabled: false },
      { ...opened, scheduledAt: at.add({ hours: 1 }) },
      { ...opened, scheduledAt: null },
      { ...opened, groupName: "Chefer" },
      { ...opened, categoryId: "en" },
    ])
      expect(openedHaveTheirOwn(everybody, [everybody, other])).toBe(false);
    expect(openedHaveTheirOwn(opened, [everybody, opened])).toBe(false);
  });
});

describe("the ladder", () => {
  it("is 14, 7, 3 and 1 days before the last registration day, at nine", () => {
    const rungs = ladder("INVITED_UNANSWERED");
    expect(rungs.map(({ offsetDays }) => offsetDays)).toEqual([-14, -7, -3, -1]);
    expect(new Set(rungs.map(({ anchor, localTime }) => `${anchor} ${localTime}`))).toEqual(
      new Set(["LAST_REGISTRATION_DAY 09:00"]),
    );
    expect(ladder("NAMES_MISSING")[0]?.anchor).toBe("LAST_NAMING_DAY");
  });

  it("is on when every rung is there for all of the group, and on", () => {
    const rules = ladder("DRAFT_BEGUN").map((rung) => ({
      ...rung,
      ...ALL,
      kind: "DRAFT_BEGUN" as const,
      enabled: true,
    }));
    expect(isLadderOn("DRAFT_BEGUN", rules)).toBe(true);
    expect(isLadderOn("INVITED_UNANSWERED", rules)).toBe(false);
    expect(isLadderOn("DRAFT_BEGUN", rules.slice(1))).toBe(false);
    expect(
      isLadderOn("DRAFT_BEGUN", [...rules.slice(1), ...rules.slice(0, 1).map((rule) => ({ ...rule, enabled: false }))]),
    ).toBe(false);
    expect(
      isLadderOn("DRAFT_BEGUN", [
        ...rules.slice(1),
        ...rules.slice(0, 1).map((rule) => ({ ...rule, groupName: "Chefer" })),
      ]),
    ).toBe(false);
    expect(ladder("DRAFT_BEGUN").map((rung) => ruleOfRung("DRAFT_BEGUN", rung, rules))).toEqual(rules);
  });
});
