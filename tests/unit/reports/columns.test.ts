import { describe, expect, it } from "vitest";
import type { EventRole, Reach } from "@/lib/auth/scopes";
import { chosenColumns, offeredColumns } from "@/lib/reports/policy";

const QUESTIONS = [
  { key: "roll", label: { sv: "Roll", en: "Role" }, sensitive: false },
  { key: "stod", label: { sv: "Stöd", en: "Support" }, sensitive: true },
];
const WHOLE: Reach = { kind: "whole-event" };
const HOSTED: Reach = { kind: "hosted-sessions", organisationId: "o" };
const keys = (role: EventRole, reach: Reach = WHOLE) =>
  offeredColumns({ role, reach }, QUESTIONS).map(({ key }) => key);

describe("the columns offered", () => {
  const plain = [
    "reference",
    "name",
    "organisation",
    "category",
    "status",
    "email",
    "municipality",
    "jobTitle",
    "days",
    "sessions",
    "registered",
    "language",
  ];
  it.each(["OWNER", "EDITOR"] as const)("to %s include diet, access needs and sensitive answers", (role) => {
    const money = ["price", "payer", "invoiceReference"];
    expect(keys(role)).toEqual([...plain, ...money, "tags", "notes", "answer.roll", "diet", "access", "answer.stod"]);
  });
  it("to viewers leave out what is sensitive, and who pays", () => {
    expect(keys("VIEWER")).toEqual([...plain, "tags", "notes", "answer.roll"]);
  });
  it("to another organisation leave out also what this one notes for itself", () => {
    expect(keys("CO_ORGANISER")).toEqual([...plain, "answer.roll"]);
  });
  it("to who reaches hosted sessions leave the event's own questions out", () => {
    expect(keys("CO_ORGANISER", HOSTED)).toEqual(plain);
  });
  it("at the door are name, organisation and status", () => {
    expect(keys("DOOR")).toEqual(["name", "organisation", "status"]);
  });
});

describe("the columns chosen", () => {
  const chosen = (columns: string | string[] | undefined, role: EventRole = "VIEWER") => {
    const result = chosenColumns({ columns }, offeredColumns({ role, reach: WHOLE }, QUESTIONS));
    return { columns: result.columns.map(({ key }) => key), refused: result.refused };
  };
  it("are the usual five when none is", () => {
    const usual = ["name", "organisation", "category", "status", "registered"];
    expect(chosen(undefined)).toEqual({ columns: usual, refused: [] });
    expect(chosen("")).toEqual({ columns: usual, refused: [] });
  });
  it("keep their order, separated or repeated, once each", () => {
    expect(chosen("email,name,email").columns).toEqual(["email", "name"]);
    expect(chosen(["answer.roll", "name"]).columns).toEqual(["answer.roll", "name"]);
  });
  it("name what is refused instead of leaking it", () => {
    expect(chosen("name,diet,password")).toEqual({ columns: ["name"], refused: ["diet", "password"] });
    expect(chosen("diet", "OWNER")).toEqual({ columns: ["diet"], refused: [] });
  });
});
