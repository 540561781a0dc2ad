import { MUNICIPALITIES, REGIONS } from "@/lib/core/municipality-register";
import { addressName } from "@/prisma/seed/demo/people/names";
import type { Seeded } from "@/prisma/seed/demo/seeded";

export type Workplace = {
  /** As written on the form; people spell their municipality in several ways. */
  readonly name: string;
  readonly municipalityCode: string | null;
  /** Second-level name of the made-up mail domain under example.org. */
  readonly domain: string;
};

/** Kinds of people who come, with their titles and where they work. */
const CROWDS = {
  "skane-officials": {
    titles:
      "Integrationsstrateg, Integrationssamordnare, Enhetschef, Handläggare, Avdelningschef arbetsmarknad, Utvecklingsledare, Flyktingsamordnare, Rektor SFI, Socialsekreterare, Kommunikationsstrateg, Förvaltningschef, Bosamordnare",
    workplace: (seeded: Seeded) => (seeded.chance(0.85) ? municipality(seeded, "12") : agency(seeded)),
  },
  "skane-politicians": {
    titles:
      "Kommunalråd, Ledamot i socialnämnden, Ordförande i arbetsmarknadsnämnden, Kommunstyrelsens ordförande, Oppositionsråd, Ledamot i kommunfullmäktige, Vice ordförande i utbildningsnämnden, Regionråd",
    workplace: (seeded: Seeded) =>
      seeded.chance(0.9)
        ? municipality(seeded, "12")
        : { name: "Region Skåne", municipalityCode: "12", domain: "regionskane" },
  },
  "labour-market": {
    titles:
      "Arbetsmarknadschef, Näringslivsutvecklare, HR-chef, Integrationsstrateg, Verksamhetsledare, Rekryterare, Enhetschef, Projektledare, Handläggare, Etableringscoach, Rektor vuxenutbildning, Kommunalråd",
    workplace: (seeded: Seeded) =>
      seeded.weighted([
        { share: 5, make: () => municipality(seeded) },
        { share: 2, make: () => agency(seeded) },
        { share: 2, make: () => company(seeded) },
        { share: 1, make: () => association(seeded) },
        { share: 1, make: () => region(seeded) },
      ]),
  },
  "social-services": {
    titles:
      "Socialchef, Socialchef, Socialchef, Förvaltningschef, Biträdande socialchef, Omsorgschef, Verksamhetschef IFO, Områdeschef LSS, Socialdirektör, Utvecklingschef, Ordförande i socialnämnden",
    workplace: (seeded: Seeded) => municipality(seeded),
  },
  exhibitors: {
    titles: "Kundansvarig, Försäljningschef, Verksamhetsutvecklare, Produktägare, Regionchef",
    workplace: (seeded: Seeded) => company(seeded),
  },
  students: {
    titles: "Student, Socionomstudent, Masterstudent, Doktorand",
    workplace: (seeded: Seeded) => university(seeded),
  },
  "agency-managers": {
    titles: "Arbetsmarknadsområdeschef, Sektionschef, Enhetschef, Strateg, Verksamhetsstrateg",
    workplace: () => ({ name: "Arbetsförmedlingen", municipalityCode: null, domain: "arbetsformedlingen" }),
  },
  "key-people": {
    titles:
      "Kommunalråd, Integrationsstrateg, Verksamhetschef, Universitetslektor, Ordförande, Vd, Enhetschef, Projektledare, Rektor",
    workplace: (seeded: Seeded) =>
      seeded.weighted([
        { share: 4, make: () => municipality(seeded, "08") },
        { share: 2, make: () => agency(seeded) },
        { share: 2, make: () => association(seeded) },
        { share: 1, make: () => company(seeded) },
        { share: 1, make: () => university(seeded) },
      ]),
  },
  "austrian-guests": {
    titles: "Mayor, Deputy Mayor, Head of Integration, International Officer, Councillor",
    workplace: (seeded: Seeded) =>
      seeded.pick([
        { name: "Stadtgemeinde Neusiedl", municipalityCode: null, domain: "neusiedl" },
        { name: "Stadt Wiener Neustadt", municipalityCode: null, domain: "wiener-neustadt" },
        { name: "Gemeinde Neudörfl", municipalityCode: null, domain: "neudoerfl" },
      ]),
  },
} as const;

export type Crowd = keyof typeof CROWDS;

/** Where one of the crowd works, and as what. */
export function post(seeded: Seeded, crowd: Crowd): { workplace: Workplace; title: string } {
  const { titles, workplace } = CROWDS[crowd];
  const chosen = workplace(seeded);
  return { workplace: "make" in chosen ? chosen.make() : chosen, title: seeded.pick(titles.split(", ")) };
}

/** A municipality's own name for itself: "Eslövs kommun", "Umeå kommun", "Göteborgs Stad". */
export function municipalityTitle(name: string): string {
  const cities: Record<string, string> = {
    Borås: "Borås Stad",
    Falun: "Falu kommun",
    Gotland: "Region Gotland",
    Göteborg: "Göteborgs Stad",
    Helsingborg: "Helsingborgs stad",
    Malmö: "Malmö stad",
    Stockholm: "Stockholms stad",
  };
  return cities[name] ?? `${/[aeiouyåäösxz]$/.test(name) ? name : `${name}s`} kommun`;
}

function municipality(seeded: Seeded, county = ""): Workplace {
  const { code, name } = seeded.pick(MUNICIPALITIES.filter((entry) => entry.code.startsWith(county)));
  const formal = municipalityTitle(name);
  // One programme spelt Trelleborg in two ways; the list has to count them as one.
  const written = name === "Trelleborg" && seeded.chance(0.4) ? "Trellborgs kommun" : formal;
  return {
    name: seeded.chance(0.15) ? name : written,
    municipalityCode: code,
    domain: addressName(name).replaceAll(".", "-"),
  };
}

function region(seeded: Seeded): Workplace {
  // Gotland's region is its municipality, and is there already.
  const { code, name } = seeded.pick(REGIONS.filter((entry) => entry.code !== "09"));
  return { name, municipalityCode: code, domain: addressName(name).replaceAll(".", "") };
}

function elsewhere(seeded: Seeded, names: readonly string[]): Workplace {
  const name = seeded.pick(names);
  return { name, municipalityCode: null, domain: addressName(name).replaceAll(".", "-").replace(/-+$/, "") };
}

const agency = (seeded: Seeded) =>
  elsewhere(seeded, ["Arbetsförmedlingen", "Länsstyrelsen", "Migrationsverket", "Försäkringskassan", "Skolverket"]);
const company = (seeded: Seeded) =>
  elsewhere(seeded, [
    "Nordbygg Entreprenad AB",
    "Vårdpartner Syd AB",
    "Kompetensbron AB",
    "Hemgården Omsorg AB",
    "Journalia System AB",
    "Smålands Trävaror AB",
    "Skånefrukt AB",
    "Trygg Bostad AB",
  ]);
const association = (seeded: Seeded) =>
  elsewhere(seeded, [
    "Föreningen Nya Vänner",
    "Mötesplats Kupan",
    "Idrott för alla",
    "Folkbildning i Öst",
    "Kvinnonätverket Tillsammans",
    "Yrkesdörren Syd",
  ]);
const university = (seeded: Seeded) =>
  elsewhere(seeded, ["Linnéuniversitetet", "Malmö universitet", "Lunds universitet", "Örebro universitet"]);
