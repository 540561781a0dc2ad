import { describe, expect, it } from "vitest";
import { merged, mergeFields, unknownFields } from "@/lib/mailings/rules/merge-fields";
import { parseMailingText } from "@/lib/mailings/schema";

const values = { name: "Åsa Öberg", reference: "AB12-CD34", event: "Dagarna", date: "16 november", place: "Lund" };

describe("merge fields", () => {
  it("are replaced by either language's name, however they are spaced and written", () => {
    expect(merged("{{namn}} {{ Name }} {{NAMN}}: {{referens}}, {{event}}, {{datum}}, {{place}}", values)).toBe(
      "Åsa Öberg Åsa Öberg Åsa Öberg: AB12-CD34, Dagarna, 16 november, Lund",
    );
  });

  it("are read once: what a value holds is no field", () => {
    expect(merged("{{namn}}", { ...values, name: "{{referens}}" })).toBe("{{referens}}");
  });

  it("that do not exist, or are half written, are told", () => {
    expect(unknownFields("Hej {{förnamn}} och {{namn}}")).toEqual(["{{förnamn}}"]);
    expect(unknownFields("Hej {{namn}")).toEqual(["{{"]);
    expect(unknownFields("Hej namn}}")).toEqual(["}}"]);
    expect(unknownFields("{{constructor}}{{}}")).toEqual(["{{constructor}}", "{{}}"]);
    for (const locale of ["sv", "en"] as const) expect(unknownFields(mergeFields(locale).join(" "))).toEqual([]);
  });
});

describe("a mailing's text", () => {
  const text = { subjectSv: "Ämne", bodySv: "Text", subjectEn: "", bodyEn: "" };
  it("may be in Swedish alone", () => {
    expect(parseMailingText(text)).toEqual({ ok: true, value: { subjectSv: "Ämne", bodySv: "Text" } });
  });

  it.each([
    [{ subjectSv: " " }, "field_required", "subjectSv"],
    [{ bodySv: "" }, "field_required", "bodySv"],
    [{ subjectSv: "x".repeat(151) }, "field_too_long", "subjectSv"],
    [{ subjectSv: "Hej\r\nBcc: x@example.org" }, "field_malformed", "subjectSv"],
    [{ bodySv: "Noll\u0000" }, "field_malformed", "bodySv"],
    [{ bodySv: ["x"] }, "field_malformed", "bodySv"],
    [{ bodySv: "Hej {{mellannamn}}" }, "field_unknown", "bodySv"],
    [{ subjectEn: "Only" }, "english_half", "bodyEn"],
    [{ bodyEn: "Only" }, "english_half", "subjectEn"],
  ])("is refused by its field: %j", (fields, code, field) => {
    expect(parseMailingText({ ...text, ...fields })).toMatchObject({ ok: false, code, detail: { field } });
  });
});
