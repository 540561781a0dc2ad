import { describe, expect, it } from "vitest";
import { readTable } from "@/lib/platform/read-table";
import { type ListGround, planList, splitList } from "@/lib/registrations/rules/invitation-list";
import { listText } from "@/lib/registrations/rules/list-text";

const NOBODY: ListGround = {
  categories: [
    { id: "c-1", key: "delegate", name: { sv: "Deltagare", en: "Participant" } },
    { id: "c-2", key: "invited", name: { sv: "Inbjuden", en: "Invited" } },
  ],
  invited: new Map(),
  registered: new Set(),
};

async function rowsOf(text: string) {
  const table = await readTable({ kind: "pasted", text }, { bytes: 100_000, rows: 100 });
  if (!table.ok) throw new Error(table.code);
  return table.value;
}

async function plan(text: string, ground: ListGround = NOBODY) {
  const { people, columns } = splitList(await rowsOf(text));
  return planList(people, columns, ground);
}

const known = {
  id: "i-1",
  name: "Eva Ek",
  organisationName: "Arbetsförmedlingen",
  municipalityCode: null,
  groupName: "Chefer",
  categoryId: null,
  locale: "sv" as const,
  extraGuests: 1,
  isWithdrawn: false,
};

describe("the columns of a list", () => {
  it("are found by Swedish and English headings in any order, however they are written", async () => {
    const rows = await rowsOf("E-POST:\tFör- och efternamn\tKommun\tOkänt\nA@example.org\tAnna\tLund\tx");
    expect(splitList(rows)).toMatchObject({ columns: { email: 0, name: 1, municipality: 2 }, people: [{ number: 2 }] });
    const english = await rowsOf("Name,Email,Extra guests\nAnna,a@example.org,2");
    expect(splitList(english).columns).toEqual({ name: 0, email: 1, guests: 2 });
  });

  it("are guessed by the @ where there are no headings, and not at all without one", async () => {
    expect(splitList(await rowsOf("Anna\ta@example.org\nBo\tb@example.org"))).toMatchObject({
      headings: null,
      columns: { name: 0, email: 1 },
      people: [{ number: 1 }, { number: 2 }],
    });
    expect(splitList(await rowsOf("Anna\tLund\nBo\tMalmö")).columns).toEqual({});
  });
});

describe("a row of a list", () => {
  it("that is right says who is invited, where from, as what and with how many", async () => {
    const [row] = await plan(
      "namn\te-post\torganisation\tkommun\tgrupp\tkategori\tspråk\textra gäster\n" +
        "Åsa Öberg\tÅsa@Example.org\t\t\t\t\t\t\nEva Ek\tEva@Example.org\tTrelleborgs kommun\t\tChefer\tinbjuden\tEngelska\t3",
    ).then((rows) => rows.slice(1));
    expect(row).toMatchObject({
      number: 3,
      outcome: "new",
      entry: {
        name: "Eva Ek",
        email: { address: "Eva@Example.org", normalised: "eva@example.org" },
        municipalityCode: "1287",
        groupName: "Chefer",
        categoryId: "c-2",
        locale: "en",
        extraGuests: 3,
      },
    });
  });

  it("tells everything that is wrong with it, by its number in the spreadsheet", async () => {
    const rows = await plan(
      "namn;e-post;kommun;kategori;språk;extra gäster\n\n;inte en adress;Trellborg;Kung;Klingon;51\nBo;;Ankeborg;;;-1",
    );
    expect(rows).toMatchObject([
      {
        number: 3,
        outcome: "wrong",
        problems: [
          { column: "name", code: "required" },
          { column: "email", code: "email_invalid" },
          { column: "municipality", code: "municipality_unknown", suggestion: "Trelleborg" },
          { column: "category", code: "category_unknown" },
          { column: "language", code: "language_unknown" },
          { column: "guests", code: "guests_invalid" },
        ],
      },
      {
        number: 4,
        problems: [
          { column: "email", code: "required" },
          { column: "municipality", code: "municipality_unknown" },
          { column: "guests", code: "guests_invalid" },
        ],
      },
    ]);
    expect(rows[1]).not.toHaveProperty("problems.1.suggestion");
  });

  it("too long, with marks that turn text around, or with an address twice, is wrong; the first of two counts", async () => {
    const long = "x".repeat(201);
    const rows = await plan(
      `namn\te-post\n${long}\ta@example.org\nab\u202ec\tb@example.org\nBo\tbo@example.org\nBo igen\tBO@example.org`,
    );
    expect(rows).toMatchObject([
      { problems: [{ column: "name", code: "too_long" }] },
      { problems: [{ column: "name", code: "control_character" }] },
      { outcome: "new", number: 4 },
      { outcome: "wrong", problems: [{ column: "email", code: "duplicate", row: 4 }] },
    ]);
  });

  it("about somebody invited is changed or the same; a blank cell leaves what is known", async () => {
    const ground = { ...NOBODY, invited: new Map([["eva@example.org", known]]) };
    const list = (row: string) => plan(`namn\te-post\tgrupp\textra gäster\n${row}`, ground);
    expect(await list("Eva Ek\teva@example.org\t\t1")).toMatchObject([{ outcome: "same" }]);
    expect(await list("Eva Ek\teva@example.org\tStrateger\t")).toMatchObject([
      { outcome: "changed", known: { id: "i-1" }, entry: { groupName: "Strateger", extraGuests: null } },
    ]);
    const withdrawn = { ...ground, invited: new Map([["eva@example.org", { ...known, isWithdrawn: true }]]) };
    expect(await plan("namn\te-post\nEva\teva@example.org", withdrawn)).toMatchObject([{ outcome: "withdrawn" }]);
    const registered = { ...NOBODY, registered: new Set(["eva@example.org"]) };
    expect(await plan("namn\te-post\nEva\teva@example.org", registered)).toMatchObject([{ outcome: "registered" }]);
  });
});

describe("a list as text again", () => {
  it("is read as the same rows with the same numbers, quotation marks, blank rows and single columns included", async () => {
    for (const text of ['namn\te-post\n\n\nAnn "Ninni" Ek\ta@example.org\n\t\n"Ek; Eva"\te@example.org', "Bo\nEva"]) {
      const rows = await rowsOf(text);
      const again = await rowsOf(listText(rows));
      expect(again.map(({ number, cells }) => [number, cells[0], cells[1] ?? ""])).toEqual(
        rows.map(({ number, cells }) => [number, cells[0], cells[1] ?? ""]),
      );
    }
  });
});
