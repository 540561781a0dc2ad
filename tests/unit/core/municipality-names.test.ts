import { expect, it } from "vitest";
import { matchMunicipality } from "@/lib/core/municipalities";
import { MUNICIPALITY_NAMES } from "@/lib/core/municipality-names";

it("suggests 310 names, each in the words of its owner", () => {
  expect(MUNICIPALITY_NAMES).toHaveLength(310);
  const some = [
    "Eskilstuna kommun",
    "Skurups kommun",
    "Höganäs kommun",
    "Göteborgs stad",
    "Borås stad",
    "Region Gotland",
  ];
  expect(some.filter((name) => !MUNICIPALITY_NAMES.includes(name))).toEqual([]);
});

it("every suggestion is recognised when it is chosen", () => {
  expect(MUNICIPALITY_NAMES.filter((name) => matchMunicipality(name) === null)).toEqual([]);
});
