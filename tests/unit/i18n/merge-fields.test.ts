import { describe, expect, it } from "vitest";
import { merged, mergeFields, unknownFields } from "@/lib/i18n/merge-fields";
import { ABOUT_REGISTRATION as ALL } from "@/lib/mailings/rules/own-messages";
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
    expect(unknownFields("Hej {{förnamn}} och {{namn}}", ALL)).toEqual(["{{förnamn}}"]);
    expect(unknownFields("Hej {{namn}", ALL)).toEqual(["{{"]);
    expect(unknownFields("Hej {namn}, {{namn}}", ALL)).toEqual(["{namn}"]);
    expect(unknownFields("Hej namn}}", ALL)).toEqual(["}}"]);
    expect(unknownFields("{{constructor}}{{}}", ALL)).toEqual(["{{constructor}}", "{{}}"]);
    for (const locale of ["sv", "en"] as const)
      expect(unknownFields(mergeFields(ALL, locale).join(" "), ALL)).toEqual([]);
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
    [{ bodySv: "Hej {{svara senast}}" }, "field_unknown", "bodySv"],
    [{ bodySv: "[Klicka](javascript:alert)" }, "field_link", "bodySv"],
    [{ bodySv: "[Klicka](/my)" }, "field_link", "bodySv"],
    [{ bodySv: "https://example.org/{{referens}}" }, "field_link", "bodySv"],
    [{ subjectEn: "Only" }, "english_half", "bodyEn"],
    [{ bodyEn: "Only" }, "english_half", "subjectEn"],
  ])("is refused by its field: %j", (fields, code, field) => {
    expect(parseMailingText({ ...text, ...fields })).toMatchObject({ ok: false, code, detail: { field } });
  });
});
