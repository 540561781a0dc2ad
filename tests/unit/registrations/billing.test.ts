import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { billingSchema } from "@/lib/registrations/billing-schema";
import { fieldErrors } from "@/lib/registrations/field-errors";
import type { FormShape } from "@/lib/registrations/registration-form";
import {
  isGln,
  isPeppolId,
  isSwedishPublicBody,
  organisationNumberDigits,
} from "@/lib/registrations/rules/billing-identity";
import { billingOf } from "@/lib/registrations/rules/billing-of-input";
import { registrationSchema } from "@/lib/registrations/schema";

const SKURUP = "2120001090";
const PAYER = { payer: "swedish", payerName: "Skurups kommun", organisationNumber: SKURUP, reference: "ZZ12" } as const;

function wrong(billing: unknown): Record<string, string[]> {
  const parsed = billingSchema.safeParse(billing);
  if (parsed.success) return {};
  const errors = fieldErrors(parsed.error, { sessions: [] });
  return Object.fromEntries(Object.entries(errors).map(([field, found]) => [field, found.map(({ code }) => code)]));
}

describe("organisation numbers", () => {
  it.each([
    ["212000-1090", SKURUP],
    ["16212000-1090", SKURUP],
    ["202100-2114", "2021002114"],
    ["232100-0255", "2321000255"],
    ["5560360793", "5560360793"],
  ])("%s is read as %s", (written, digits) => expect(organisationNumberDigits(written)).toBe(digits));

  it.each(["2120001091", "212000109", "21200010900", "abc", "0000000000", ""])("%s is none", (written) =>
    expect(organisationNumberDigits(written)).toBeNull(),
  );

  it("one digit wrong is always noticed", () => {
    fc.assert(
      fc.property(fc.nat(9), fc.integer({ min: 1, max: 9 }), (place, by) => {
        const digits = [...SKURUP];
        digits[place] = String((Number(digits[place]) + by) % 10);
        expect(organisationNumberDigits(digits.join(""))).toBeNull();
      }),
    );
  });

  it("tell public bodies from companies and associations", () => {
    expect([SKURUP, "2021002114", "2321000255", "2220000000"].map(isSwedishPublicBody)).toEqual(Array(4).fill(true));
    expect(["5560360793", "8020000000", "2520020000"].map(isSwedishPublicBody)).toEqual(Array(3).fill(false));
  });
});

describe("GLN and Peppol ids", () => {
  it("a GLN has thirteen digits and the right check digit", () => {
    expect(isGln("7350000000009")).toBe(true);
    expect(["7350000000007", "735000000000", "73500000000090", "0000000000000"].map(isGln)).toEqual(
      Array(4).fill(false),
    );
  });

  it("the Swedish schemes are checked by their digits, others by their form", () => {
    expect(isPeppolId(`0007:${SKURUP}`)).toBe(true);
    expect(isPeppolId("0088:7350000000009")).toBe(true);
    expect(isPeppolId("0192:991825827")).toBe(true);
    for (const bad of ["0007:2120001091", "0088:7350000000007", SKURUP, "0007:", "7:2120001090", "0192:9 9"])
      expect(isPeppolId(bad), bad).toBe(false);
  });
});

describe("who pays", () => {
  it("a Swedish public body gives its number, its reference and a way to be reached", () => {
    expect(wrong({ ...PAYER, peppolId: "0007:212000-1090" })).toEqual({});
    expect(wrong({ ...PAYER, reference: " ", invoiceEmail: "faktura@example.org" })).toEqual({
      reference: ["reference_required"],
    });
    expect(wrong({ ...PAYER, organisationNumber: undefined, gln: "735 0000 0000 09" })).toEqual({
      organisationNumber: ["required"],
    });
    expect(wrong(PAYER)).toEqual({ invoiceAddress: ["invoice_way_required"] });
  });

  it("a company needs no reference, and who is abroad no Swedish number", () => {
    expect(wrong({ ...PAYER, organisationNumber: "5560360793", reference: undefined, gln: "7350000000009" })).toEqual(
      {},
    );
    const foreign = {
      payer: "foreign",
      payerName: "Österreichischer Städtebund",
      invoiceAddress: "Rathaus\n1082 Wien",
    };
    expect(wrong(foreign)).toEqual({});
    expect(wrong({ ...foreign, vatNumber: "ATU 12345678" })).toEqual({});
    expect(wrong({ ...foreign, vatNumber: "12345678" })).toEqual({ vatNumber: ["vat_number_invalid"] });
  });

  it("everything wrong is told at once, and nothing twice", () => {
    expect(wrong({ payer: "me", organisationNumber: "1", gln: "2", peppolId: "3", invoiceEmail: "4" })).toEqual({
      payer: ["choice_unknown"],
      payerName: ["required"],
      organisationNumber: ["organisation_number_invalid"],
      gln: ["gln_invalid"],
      peppolId: ["peppol_invalid"],
      invoiceEmail: ["email_invalid"],
    });
    expect(Object.keys(wrong("Skurup"))).toHaveLength(1);
    expect(wrong({ ...PAYER, gln: "7350000000009", admin: true })).toEqual({ admin: ["unknown_field"] });
  });
});

describe("a registration that costs", () => {
  const price = (key: string, ore: number) => ({
    ...{ key, ore, earlyOre: null, earlyUntil: null, vatPerMille: 250, currency: "SEK", days: [] },
    name: { sv: key, en: key },
  });
  const shape: FormShape = {
    categories: [{ key: "delegat" }, { key: "student" }],
    days: [{ date: "2026-05-01" }],
    sessions: [],
    questions: [],
    pricing: {
      list: { dates: ["2026-05-01"], categories: [price("delegat", 100_000), price("student", 0)], sessions: [] },
      discount: null,
      on: "2026-04-01",
    },
  };
  const body = { name: "Anna Berg", email: "anna@example.org", consent: true, category: "delegat" };
  const errorsOf = (form: FormShape, sent: object) => {
    const parsed = registrationSchema(form).safeParse(sent);
    return parsed.success ? [] : Object.keys(fieldErrors(parsed.error, form as never)).sort();
  };

  it("asks who pays, together with whatever else is missing", () => {
    expect(errorsOf(shape, { ...body, name: "" })).toEqual([
      "billing.invoiceAddress",
      "billing.payer",
      "billing.payerName",
      "name",
    ]);
    expect(errorsOf(shape, { ...body, billing: { ...PAYER, gln: "7350000000009" } })).toEqual([]);
  });

  it("asks nothing where nothing is to be paid, and keeps nothing", () => {
    const free = { ...body, category: "student", billing: { payerName: "x" } };
    expect(errorsOf(shape, free)).toEqual([]);
    expect(billingOf(shape, registrationSchema(shape).parse(free))).toBeNull();
    const paid = {
      ...shape,
      pricing: shape.pricing && {
        ...shape.pricing,
        discount: { code: "ALLT", category: null, offPerMille: 1000, offOre: null },
      },
    };
    expect(errorsOf(paid, { ...body, code: "ALLT" })).toEqual([]);
  });

  it("refuses a code for another category by its field", () => {
    const own = { code: "STUD", category: "student", offPerMille: null, offOre: null };
    const opened = { ...shape, pricing: shape.pricing && { ...shape.pricing, discount: own } };
    expect(errorsOf(opened, { ...body, code: "STUD", billing: { ...PAYER, gln: "7350000000009" } })).toEqual(["code"]);
  });

  it("takes a body that is no object as wrong, not as free", () => {
    for (const bad of [null, "x", [], 1]) expect(registrationSchema(shape).safeParse(bad).success).toBe(false);
  });
});
