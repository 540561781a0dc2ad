import type { Localised } from "@/lib/core/localised";
import type { OrganisationKey } from "@/prisma/seed/demo/organisations";

type Venue = {
  readonly organisation: OrganisationKey;
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  readonly travel: Localised;
  readonly accessibility: Localised;
  /** Seats by room. */
  readonly rooms: Readonly<Record<string, number>>;
};

/** Where the demo's conferences are held. The houses in Stockholm and Örebro are made up; the towns are the events' own. */
export const VENUES = {
  klara: {
    organisation: "integration-arbetsmarknad",
    name: "Klara konferenshus",
    street: "Klara norra kyrkogata 40",
    postalCode: "111 22",
    city: "Stockholm",
    travel: {
      sv: "Fem minuters promenad från Stockholms central. Tunnelbana: T-Centralen, uppgång Klarabergsgatan.",
      en: "Five minutes on foot from Stockholm Central Station. Metro: T-Centralen, exit Klarabergsgatan.",
    },
    accessibility: {
      sv: "Hiss till alla plan, hörslinga i Stora salen och Spegelsalen, vilrum på plan 2. Ledarhund är välkommen.",
      en: "Lifts to all floors, induction loop in the Great Hall and the Mirror Hall, a quiet room on floor 2. Guide dogs are welcome.",
    },
    rooms: { "Stora salen": 480, Spegelsalen: 120, Biblioteket: 45, Ateljén: 40, Matsalen: 480, Foajén: 500 },
  },
  gasverket: {
    organisation: "kommunforbundet-skane",
    name: "Gasverket",
    street: "Gasverksgatan 3 A",
    postalCode: "222 29",
    city: "Lund",
    travel: {
      sv: "Tio minuters promenad från Lunds centralstation. Cykelparkering vid entrén; bilplatser är få.",
      en: "Ten minutes on foot from Lund Central Station. Bicycle racks at the entrance; few parking spaces.",
    },
    accessibility: {
      sv: "Entré i markplan med dörröppnare, hörslinga i hörsalen, två rullstolsplatser i varje sal.",
      en: "Step-free entrance with door opener, induction loop in the auditorium, two wheelchair spaces in each room.",
    },
    rooms: { Hörsalen: 160, Gasklockan: 40, Retorten: 30, Matsalen: 160 },
  },
  orebro: {
    organisation: "socialchefsdagarna",
    name: "Svartåns kongresshus",
    street: "Fabriksgatan 12",
    postalCode: "702 10",
    city: "Örebro",
    travel: {
      sv: "Från Örebro södra är det sju minuters promenad. Direkttåg från Stockholm och Göteborg.",
      en: "Seven minutes on foot from Örebro södra station. Direct trains from Stockholm and Gothenburg.",
    },
    accessibility: {
      sv: "Alla salar nås med hiss. Hörslinga i kongressalen, skrivtolkning de tre dagarna, tyst rum bredvid receptionen.",
      en: "Every room can be reached by lift. Induction loop in the congress hall, speech-to-text on all three days, a quiet room beside the reception.",
    },
    rooms: { Kongressalen: 700, Hjälmaren: 180, Vättern: 90, Mälaren: 60, Utställningshallen: 700, Restaurangen: 700 },
  },
  virserum: {
    organisation: "hultsfred",
    name: "Virserums konsthall",
    street: "Kyrkogatan 34",
    postalCode: "577 75",
    city: "Virserum",
    travel: {
      sv: "Abonnerad buss från Hultsfreds station klockan 08.15 båda dagarna och åter 17.30. Fri parkering vid konsthallen.",
      en: "A chartered coach leaves Hultsfred station at 08:15 on both days and returns at 17:30. Free parking at the art hall.",
    },
    accessibility: {
      sv: "Utställningshallarna är i markplan. Bärbar hörslinga finns att låna; säg till i anmälan.",
      en: "The halls are on the ground floor. A portable induction loop can be borrowed; tell us when you register.",
    },
    rooms: { "Stora hallen": 150, Snickeriet: 50, Pappersbruket: 40, Kaféet: 150 },
  },
} as const satisfies Record<string, Venue>;

export type VenueKey = keyof typeof VENUES;
