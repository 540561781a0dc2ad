import { describe, expect, it } from "vitest";
import { columnsOf } from "@/lib/core/table-columns";

const headings = { name: ["namn", "name"], email: ["e-post", "e-postadress", "email"], group: ["grupp"] };

describe("the columns of a list", () => {
  it("are found by their headings in either language and any order, the rest left out", () => {
    expect(columnsOf(["E-POSTADRESS:", "Förvaltning", " Namn *"], headings)).toEqual({ email: 0, name: 2 });
    expect(columnsOf(["Name", "E-mail", "Email"], headings)).toEqual({ name: 0, email: 1 });
  });

  it("are unknown when the first row is somebody", () => {
    expect(columnsOf(["Anna Ek", "anna@example.org"], headings)).toBeNull();
  });
});
