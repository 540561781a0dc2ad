import type { Localised } from "@/lib/core/localised";
import type { OrganisationKey } from "@/prisma/seed/demo/organisations";

type Speaker = {
  readonly organisation: OrganisationKey;
  readonly name: string;
  readonly role: Localised;
  readonly affiliation: string;
  readonly biography?: Localised;
  readonly locale?: "en";
};

const official = (
  organisation: OrganisationKey,
  name: string,
  sv: string,
  en: string,
  affiliation: string,
): Speaker => ({ organisation, name, role: { sv, en }, affiliation });

/** Speakers by key; the address of each is `<key>@example.org`. Those without a source in a real programme are made up. */
export const SPEAKERS = {
  "mehmed-hasanbegovic": {
    organisation: "integration-arbetsmarknad",
    name: "Mehmed Hasanbegovic",
    role: { sv: "Socialchef", en: "Head of Social Services" },
    affiliation: "Eskilstuna kommun",
    biography: {
      sv: "Socialchef i Eskilstuna kommun sedan våren 2015. Nominerad till Årets offentliga ledare vid Samhällsgalan 2018.",
      en: "Head of social services in Eskilstuna Municipality since spring 2015. Nominated for Public Leader of the Year at Samhällsgalan 2018.",
    },
  },
  "jenny-strand": official("kommunforbundet-skane", "Jenny Strand", "Strateg", "Strategist", "Kommunförbundet Skåne"),
  "joachim-fors": official(
    "kommunforbundet-skane",
    "Joachim Fors",
    "Vice ordförande",
    "Vice Chair",
    "Kommunförbundet Skåne",
  ),
  "alexander-brydon": official(
    "kommunforbundet-skane",
    "Alexander Brydon",
    "Handläggare",
    "Officer",
    "Kommunförbundet Skåne",
  ),
  "zara-goransson-tosic": official(
    "kommunforbundet-skane",
    "Zara Göransson Tosic",
    "Chef för arbetsmarknadsförvaltningen",
    "Head of the Labour Market Administration",
    "Trellborgs kommun",
  ),
  "patrik-akesson": official(
    "kommunforbundet-skane",
    "Patrik Åkesson",
    "Projektledare, Bred kompetens i Skåne",
    "Project Manager, Bred kompetens i Skåne",
    "Bred kompetens i Skåne",
  ),
  "malin-olofsson": official(
    "kommunforbundet-skane",
    "Malin Olofsson",
    "Integrationsstrateg",
    "Integration Strategist",
    "Skurups kommun",
  ),
  "dieter-posch": {
    ...official("hultsfred", "Dieter Posch", "Borgmästare, Österrike", "Mayor, Austria", "Österrike / Austria"),
    locale: "en",
  },
  "alexander-lesigang": {
    ...official(
      "hultsfred",
      "Alexander Lesigang",
      "Österreichischer Städtebund",
      "Österreichischer Städtebund",
      "Österreichischer Städtebund",
    ),
    locale: "en",
  },
  "lars-rosander": official("hultsfred", "Lars Rosander", "Kommunalråd", "Municipal Commissioner", "Hultsfreds kommun"),
  "leila-nordgren": official(
    "integration-arbetsmarknad",
    "Leila Nordgren",
    "Moderator",
    "Moderator",
    "Mötesplats Integration & Arbetsmarknad",
  ),
  "anders-wahlqvist": official(
    "integration-arbetsmarknad",
    "Anders Wahlqvist",
    "HR-direktör",
    "HR Director",
    "Nordbygg Entreprenad AB",
  ),
  "sofia-abdi": official(
    "integration-arbetsmarknad",
    "Sofia Abdi",
    "Verksamhetschef",
    "Head of Operations",
    "Yrkesvägen Järva",
  ),
  "tomas-bergendal": official(
    "integration-arbetsmarknad",
    "Tomas Bergendal",
    "Forskare i nationalekonomi",
    "Researcher in economics",
    "Institutet för arbetslivsstudier",
  ),
  "nadia-rahimi": official(
    "integration-arbetsmarknad",
    "Nadia Rahimi",
    "Enhetschef, vuxenutbildningen",
    "Head of Adult Education",
    "Botkyrka kommun",
  ),
  "karin-ekberg": official(
    "kommunforbundet-skane",
    "Karin Ekberg",
    "Utvecklingsledare",
    "Development Lead",
    "Kommunförbundet Skåne",
  ),
  "omar-lindahl": official("kommunforbundet-skane", "Omar Lindahl", "Processledare", "Facilitator", "Projekt BOSS"),
  "ingela-rosvall": official(
    "kommunforbundet-skane",
    "Ingela Rosvall",
    "Kommunaldirektör",
    "Municipal Director",
    "Svalövs kommun",
  ),
  "hanna-sandell": official("kommunforbundet-skane", "Hanna Sandell", "Utredare", "Analyst", "Region Skåne"),
  "mikael-fjord": official("kommunforbundet-skane", "Mikael Fjord", "Ekonom", "Economist", "Kommunförbundet Skåne"),
  "birgitta-holmlund": official(
    "socialchefsdagarna",
    "Birgitta Holmlund",
    "Socialchef",
    "Head of Social Services",
    "Sandvikens kommun",
  ),
  "ali-soltani": official(
    "socialchefsdagarna",
    "Ali Soltani",
    "Docent i socialt arbete",
    "Associate Professor of Social Work",
    "Örebro socialhögskola",
  ),
  "eva-tornqvist": official(
    "socialchefsdagarna",
    "Eva Törnqvist",
    "Förvaltningschef",
    "Head of Administration",
    "Västerviks kommun",
  ),
  "jonas-blad": official("socialchefsdagarna", "Jonas Blad", "Jurist", "Legal Adviser", "Kommunjuristerna"),
  "agnes-thorell": official(
    "hultsfred",
    "Agnes Thorell",
    "Universitetslektor",
    "Senior Lecturer",
    "Linnéuniversitetet",
  ),
  "henrik-lagerqvist": official(
    "hultsfred",
    "Henrik Lagerqvist",
    "Samordnare",
    "Coordinator",
    "Sveriges Kommuner och Landsting",
  ),
  "samira-haddad": official("hultsfred", "Samira Haddad", "Sektionschef", "Section Manager", "Arbetsförmedlingen"),
} as const satisfies Record<string, Speaker>;

export type SpeakerKey = keyof typeof SPEAKERS;
