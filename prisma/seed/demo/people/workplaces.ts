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

/** A workplace, with the titles people have there where they are not the crowd's own. */
type Post = { readonly workplace: Workplace; readonly titles?: string };

/** Kinds of people who come: their titles, and where they work. */
const CROWDS = {
  "skane-officials": {
    titles:
      "Integrationsstrateg, Integrationssamordnare, Enhetschef, Handläggare, Avdelningschef arbetsmarknad, Utvecklingsledare, Flyktingsamordnare, Rektor SFI, Socialsekreterare, Kommunikationsstrateg, Förvaltningschef, Bosamordnare",
    post: (seeded) => (seeded.chance(0.85) ? municipality(seeded, "12") : agency(seeded)),
  },
  "skane-politicians": {
    titles:
      "Kommunalråd, Ledamot i socialnämnden, Ordförande i arbetsmarknadsnämnden, Kommunstyrelsens ordförande, Oppositionsråd, Ledamot i kommunfullmäktige, Vice ordförande i utbildningsnämnden",
    post: (seeded) =>
      seeded.chance(0.9)
        ? municipality(seeded, "12")
        : { workplace: { name: "Region Skåne", municipalityCode: "12", domain: "regionskane" }, titles: "Regionråd" },
  },
  "labour-market": {
    titles:
      "Arbetsmarknadschef, Näringslivsutvecklare, Integrationsstrateg, Enhetschef, Projektledare, Handläggare, Etableringscoach, Rektor vuxenutbildning, Kommunalråd",
    post: (seeded) => seeded.pick([municipality, municipality, municipality, agency, association, region])(seeded),
  },
  "social-services": {
    titles:
      "Socialchef, Socialchef, Socialchef, Förvaltningschef, Biträdande socialchef, Omsorgschef, Verksamhetschef IFO, Områdeschef LSS, Socialdirektör, Utvecklingschef, Ordförande i socialnämnden",
    post: (seeded) => municipality(seeded),
  },
  employers: { titles: "", post: (seeded) => company(seeded) },
  exhibitors: {
    titles: "Kundansvarig, Försäljningschef, Verksamhetsutvecklare, Produktägare, Regionchef",
    post: (seeded) => ({ workplace: company(seeded).workplace }),
  },
  students: {
    titles: "Student, Socionomstudent, Masterstudent, Doktorand",
    post: (seeded) => ({ workplace: university(seeded).workplace }),
  },
  "agency-managers": {
    titles: "Arbetsmarknadsområdeschef, Sektionschef, Enhetschef, Strateg, Verksamhetsstrateg",
    post: () => ({
      workplace: { name: "Arbetsförmedlingen", municipalityCode: null, domain: "arbetsformedlingen" },
    }),
  },
  "key-people": {
    titles: "Kommunalråd, Integrationsstrateg, Verksamhetschef, Enhetschef, Projektledare, Rektor, Kommunchef",
    post: (seeded) => seeded.pick([municipality, municipality, agency, association, company, university])(seeded, "08"),
  },
  "austrian-guests": {
    titles: "Mayor, Deputy Mayor, Head of Integration, International Officer, Councillor",
    post: (seeded) => elsewhere(seeded, "", ["Stadtgemeinde Neusiedl", "Stadt Wiener Neustadt", "Gemeinde Neudörfl"]),
  },
} as const satisfies Record<string, { titles: string; post: (seeded: Seeded) => Post }>;

export type Crowd = keyof typeof CROWDS;

/** Where one of the crowd works, and as what. */
export function post(seeded: Seeded, crowd: Crowd): { workplace: Workplace; title: string } {
  const { workplace, titles }: Post = CROWDS[crowd].post(seeded);
  return { workplace, title: seeded.pick((titles || CROWDS[crowd].titles).split(", ")) };
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

function municipality(seeded: Seeded, county = ""): Post {
  const { code, name } = seeded.pick(MUNICIPALITIES.filter((entry) => entry.code.startsWith(county)));
  // One programme spelt Trelleborg in two ways; the list has to count them as one.
  const written = name === "Trelleborg" && seeded.chance(0.4) ? "Trellborgs kommun" : municipalityTitle(name);
  const domain = addressName(name).replaceAll(".", "-");
  return { workplace: { name: seeded.chance(0.15) ? name : written, municipalityCode: code, domain } };
}

function region(seeded: Seeded): Post {
  // Gotland's region is its municipality, and is there already.
  const { code, name } = seeded.pick(REGIONS.filter((entry) => entry.code !== "09"));
  return {
    workplace: { name, municipalityCode: code, domain: addressName(name).replaceAll(".", "") },
    titles: "Regional utvecklingsledare, Strateg, Enhetschef, Kompetensförsörjningsstrateg",
  };
}

function elsewhere(seeded: Seeded, titles: string, names: readonly string[]): Post {
  const name = seeded.pick(names);
  return { workplace: { name, municipalityCode: null, domain: addressName(name).replaceAll(".", "-") }, titles };
}

const agency = (seeded: Seeded) =>
  elsewhere(seeded, "Handläggare, Sektionschef, Enhetschef, Analytiker, Utvecklingsledare", [
    "Arbetsförmedlingen",
    "Länsstyrelsen",
    "Migrationsverket",
    "Försäkringskassan",
    "Skolverket",
  ]);
const company = (seeded: Seeded) =>
  elsewhere(seeded, "HR-chef, Vd, Rekryterare, Platschef, Regionchef, Hållbarhetschef", [
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
  elsewhere(seeded, "Verksamhetsledare, Ordförande, Projektledare, Samordnare", [
    "Föreningen Nya Vänner",
    "Mötesplats Kupan",
    "Idrott för alla",
    "Folkbildning i Öst",
    "Kvinnonätverket Tillsammans",
    "Yrkesdörren Syd",
  ]);
const university = (seeded: Seeded) =>
  elsewhere(seeded, "Universitetslektor, Forskare, Prefekt, Utbildningsledare", [
    "Linnéuniversitetet",
    "Malmö universitet",
    "Lunds universitet",
    "Örebro universitet",
  ]);
