import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { slugOf } from "@/lib/core/slug";
import { freeSlug } from "@/lib/events/rules/free-slug";
import { proposedDeadlines } from "@/lib/events/rules/proposed-deadlines";
import {
  type ChecklistFacts,
  type ChecklistItem,
  isPublishable,
  publishingChecklist,
} from "@/lib/events/rules/publishing-checklist";
import { changedFields, sectionMark } from "@/lib/events/rules/section";
import { deadlineMeaning, readSteps, writtenSteps } from "@/lib/events/rules/venue-steps";

const day = (iso: string) => Temporal.PlainDate.from(iso);

describe("the address that a title suggests", () => {
  it.each([
    ["Möjligheternas Mötesplats", "mojligheternas-motesplats"],
    ["Integration & Arbetsmarknad", "integration-arbetsmarknad"],
    ["  Så här? Ångest – 2027!  ", "sa-har-angest-2027"],
    ["Ærø", "aro"],
    ["日本", ""],
  ])("%s is %s", (title, slug) => expect(slugOf(title)).toBe(slug));

  it("takes its year, then a number, when somebody has it", () => {
    expect(freeSlug("forum", 2027, new Set())).toBe("forum");
    expect(freeSlug("team", 2027, new Set())).toBe("team-2027");
    expect(freeSlug("forum", 2027, new Set(["forum"]))).toBe("forum-2027");
    expect(freeSlug("forum", 2027, new Set(["forum", "forum-2027"]))).toBe("forum-2027-2");
    expect(freeSlug("forum-2027", 2027, new Set(["forum-2027"]))).toBe("forum-2027-2");
    expect(freeSlug("", 2027, new Set())).toBe("evenemang");
  });
});

describe("what a new event is proposed", () => {
  it("lets the caterer know a week before, and cancelling end the day before", () => {
    const days = { startsOn: day("2027-03-16"), endsOn: day("2027-03-17"), lastRegistrationDay: day("2027-03-02") };
    const proposed = proposedDeadlines(days);
    expect(Object.values(proposed).map(String)).toEqual(["2027-03-09", "2027-03-09", "2027-03-15", "2027-04-16"]);
  });

  it("never ends before registration does", () => {
    const days = { startsOn: day("2027-03-16"), endsOn: day("2027-03-16"), lastRegistrationDay: day("2027-03-16") };
    const { lastCateringDay, lastCancelDay } = proposedDeadlines(days);
    expect([lastCateringDay, lastCancelDay].map(String)).toEqual(["2027-03-16", "2027-03-16"]);
  });
});

describe("the venue's steps", () => {
  it("are read as people write them, farthest first, and written so that they read the same", () => {
    const steps = readSteps("14: 50 %\n30 dagar: 25\n\n7 – 100%");
    expect(steps).toEqual([
      { daysBefore: 30, perCent: 25 },
      { daysBefore: 14, perCent: 50 },
      { daysBefore: 7, perCent: 100 },
    ]);
    expect(readSteps(writtenSteps(steps ?? []))).toEqual(steps);
    expect(readSteps("")).toEqual([]);
  });

  it.each(["trettio dagar: 50", "30: 101", "30", `${"1: 1\n".repeat(11)}`])("%j is none", (written) => {
    expect(readSteps(written)).toBeNull();
  });

  it("are passed when they begin on the last registration day or before", () => {
    const steps = [30, 14, 13].map((daysBefore) => ({ daysBefore, perCent: 50 }));
    const meaning = deadlineMeaning(day("2017-11-02"), day("2017-11-16"), steps);
    expect(meaning.daysBefore).toBe(14);
    expect(meaning.steps.map(({ from, isPassed }) => [from.toString(), isPassed])).toEqual([
      ["2017-10-17", true],
      ["2017-11-02", true],
      ["2017-11-03", false],
    ]);
  });
});

describe("the checklist before publishing", () => {
  const whole: ChecklistFacts = {
    title: { sv: "Forum", en: "Forum day" },
    summary: { sv: "En dag.", en: "A day." },
    description: { sv: "Text", en: "Words" },
    practicalities: { sv: "Tåg", en: "Train" },
    hasVenue: true,
    venueAccessibility: { sv: "Hiss", en: "Lift" },
    pageOwner: "Sidansvarig",
    startsOn: day("2027-03-16"),
    lastRegistrationDay: day("2027-03-02"),
    categories: [{ name: { sv: "Deltagare", en: "Participant" }, hidden: false }],
    isInvitationOnly: false,
    capacity: 100,
  };
  const missing = (facts: Partial<ChecklistFacts>, today = "2027-03-02") =>
    publishingChecklist({ ...whole, ...facts }, day(today)).flatMap(({ item, isDone }) => (isDone ? [] : [item]));
  const publishable = (facts: Partial<ChecklistFacts>, today = "2027-03-02") =>
    isPublishable(publishingChecklist({ ...whole, ...facts }, day(today)));

  it("has nothing to say about a whole event, through its last registration day", () => {
    expect(missing({})).toEqual([]);
    expect(missing({}, "2027-03-03")).toEqual(["lastRegistrationDay"]);
    expect(missing({}, "2027-03-17")).toEqual(["firstDay", "lastRegistrationDay"]);
  });

  const none = { sv: "", en: "" };
  const REQUIRED: [Partial<ChecklistFacts>, ChecklistItem["item"]][] = [
    [{ title: none }, "title"],
    [{ summary: none }, "summary"],
    [{ categories: [] }, "category"],
    [{ categories: [{ name: { sv: "A", en: "B" }, hidden: true }] }, "category"],
  ];
  it.each(REQUIRED)("%o is not published", (facts, item) => {
    expect(missing(facts)).toEqual([item]);
    expect(publishable(facts)).toBe(false);
  });

  it("advises what can wait, and names what is missing in English", () => {
    const facts = {
      ...{ description: null, hasVenue: false, pageOwner: null, capacity: null },
      title: { sv: "Forum", en: "Forum" },
    };
    expect(missing(facts)).toEqual(["description", "venue", "places", "pageOwner", "englishTitle"]);
    expect(publishable(facts)).toBe(true);
  });

  it("takes a hidden category where one comes by invitation", () => {
    const categories = [{ name: { sv: "Gäst", en: "Guest" }, hidden: true }];
    expect(publishable({ categories, isInvitationOnly: true })).toBe(true);
  });
});

describe("the mark of a section", () => {
  it("is another when a field is, and the same in any order", () => {
    expect(sectionMark({ a: "1", b: "2" })).toBe(sectionMark({ b: "2", a: "1" }));
    expect(sectionMark({ a: "1" })).not.toBe(sectionMark({ a: "2" }));
  });

  it("goes with the fields that differ, those of one version alone included", () => {
    expect(changedFields({ a: "1", b: "2", c: "3" }, { a: "1", b: "4", d: "5" })).toEqual(["b", "c", "d"]);
  });
});
