import { describe, expect, it } from "vitest";
import { filterParameters, parseFilter, parseFormat, parsePage } from "@/lib/reports/schema";

const SESSION = "0198c0de-0000-7000-8000-000000000001";

describe("a filter in a URL", () => {
  it("is everybody by name when nothing is asked for", () => {
    expect(parseFilter({})).toEqual({
      filter: {
        status: "all",
        q: "",
        category: null,
        day: null,
        session: null,
        municipality: null,
        tag: null,
        answer: null,
        sort: { by: "name", descending: false },
      },
      ignored: [],
    });
  });

  it("reads all it knows, and writes the same URL again", () => {
    const url = {
      status: "confirmed",
      q: "anna",
      category: "politiker",
      day: "2026-11-28",
      session: SESSION,
      municipality: "1287",
      answer: "roll:chef: verksamhet",
      sort: "-registered",
    };
    const { filter, ignored } = parseFilter(url);
    expect(ignored).toEqual([]);
    expect(filter.answer).toEqual({ question: "roll", value: "chef: verksamhet" });
    expect(filter.sort).toEqual({ by: "registered", descending: true });
    expect(filterParameters(filter)).toEqual(url);
  });

  it("treats the empty fields of a form as no filter", () => {
    const { filter, ignored } = parseFilter({
      status: "",
      q: "",
      category: "",
      day: "",
      session: "",
      answer: "",
      sort: "",
    });
    expect(ignored).toEqual([]);
    expect(filterParameters(filter)).toEqual({});
  });

  it.each([
    ["status", "drop table"],
    ["status", ["all", "confirmed"]],
    ["q", "x".repeat(201)],
    ["q", "nul\0"],
    ["category", "<script>"],
    ["day", "2026-02-30"],
    ["session", "1"],
    ["municipality", "12870"],
    ["answer", "no colon"],
    ["sort", "password"],
    ["sort", "--name"],
  ])("falls back and says so: %s=%j", (field, value) => {
    const { filter, ignored } = parseFilter({ [field]: value });
    expect(ignored).toEqual([field]);
    expect(filterParameters(filter)).toEqual({});
  });
});

it.each([
  [undefined, 1],
  ["3", 3],
  ["0", 1],
  ["-1", 1],
  ["1.5", 1],
  ["many", 1],
  [["2", "3"], 1],
])("page %j is page %i", (raw, page) => {
  expect(parsePage({ page: raw })).toBe(page);
});

it("offers two file formats and no other", () => {
  expect(["csv", "xlsx", "exe", undefined, ["csv", "csv"]].map((format) => parseFormat({ format }))).toEqual([
    "csv",
    "xlsx",
    null,
    null,
    null,
  ]);
});
