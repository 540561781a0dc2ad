import { type CategoryPlan, type EventPlan, type QuestionPlan, text } from "@/prisma/seed/demo/plan";

/** What every edition of Socialchefsdagarna has in common. */
export const EVERY_EDITION = {
  series: "socialchefsdagarna",
  organisation: "socialchefsdagarna",
  venue: "orebro",
  targetGroup: text(
    "Socialchefer, biträdande socialchefer och andra i ledningen för socialtjänsten. Förtroendevalda i socialnämnden är också välkomna.",
    "Heads and deputy heads of social services and others who lead them. Elected members of the social welfare committee are welcome too.",
  ),
  practicalities: text(
    "### Dagarna\nKom alla tre, två eller en. Namnskylt, lunch och kaffe följer de dagar du väljer.\n\n### Kvällen före\nMinglet kvällen före har egna platser. Kryssa för det i anmälan om du vill komma.\n\n### Kollegor\nFlera från samma kommun? Skriv samma arbetsplats, så sitter ni tillsammans på middagen.\n\n### Tillgänglighet\nFöreläsningarna i Kongressalen skrivtolkas. Säg till om du behöver något mer.",
    "### The days\nCome to all three, to two or to one. Badge, lunch and coffee follow the days you choose.\n\n### The evening before\nThe mingle on the evening before has places of its own. Tick it when you register if you want to come.\n\n### Colleagues\nSeveral from one municipality? Write the same workplace and you will sit together at dinner.\n\n### Access\nThe lectures in the congress hall have speech-to-text. Tell us if you need anything else.",
  ),
  accent: "#0f5a62",
  contact: { name: "Göran Wikman", email: "socialchefsdagarna@example.org", phone: "010-555 03 60" },
} as const satisfies Partial<EventPlan>;

export function categories(delegates: number): CategoryPlan[] {
  return [
    {
      key: "delegate",
      name: text("Deltagare", "Delegate"),
      priceOre: 545_000,
      earlyPriceOre: 485_000,
      day: { priceOre: 225_000, earlyPriceOre: 199_000 },
      capacity: delegates,
    },
    {
      key: "speaker",
      name: text("Talare", "Speaker"),
      description: text("För dig som medverkar i programmet.", "For those who take part in the programme."),
      capacity: 30,
    },
    {
      key: "exhibitor",
      name: text("Utställare", "Exhibitor"),
      description: text(
        "Monterplats bokas separat; här anmäler du dem som bemannar montern.",
        "Stands are booked separately; register the people who staff yours here.",
      ),
      priceOre: 245_000,
      capacity: 40,
    },
    { key: "student", name: text("Student", "Student"), priceOre: 75_000, capacity: 20 },
  ];
}

/** Asked of those who exhibit, while the catalogue is being made. */
export const CATALOGUE_PAGE: QuestionPlan = {
  key: "catalogue_page",
  kind: "FILE",
  label: text("Ladda upp er sida i utställarkatalogen", "Upload your page of the exhibitors' catalogue"),
  help: text(
    "En sida på högkant med logotyp, vad ni visar och vem man kan fråga.",
    "One upright page with your logotype, what you show and whom to ask.",
  ),
  showIf: { key: "category", values: ["exhibitor"] },
};

export const QUESTIONS: QuestionPlan[] = [
  {
    key: "times_attended",
    kind: "CHOICE",
    label: text("Vilken gång i ordningen deltar du?", "How many times have you come, this one included?"),
    required: true,
    options: [
      { value: "first", label: text("Första gången", "The first time"), share: 0.34 },
      { value: "second_third", label: text("Andra eller tredje", "The second or third"), share: 0.36 },
      { value: "fourth_sixth", label: text("Fjärde till sjätte", "The fourth to sixth"), share: 0.2 },
      { value: "seventh_or_more", label: text("Sjunde eller fler", "The seventh or more"), share: 0.1 },
    ],
  },
  {
    key: "expectation",
    kind: "LONG_TEXT",
    label: text("Vad förväntar du dig av dagarna?", "What do you expect of the days?"),
    help: text(
      "Vi frågar igen efteråt och lägger svaren sida vid sida.",
      "We will ask again afterwards and put the answers side by side.",
    ),
    samples: [
      "Att träffa kollegor som har samma måndagar som jag.",
      "Nya tankar om tillitsstyrning, gärna från någon som har prövat.",
      "Juridiken kring LSS i klartext.",
      "Inspiration! Och att få sova en hel natt.",
      "Hur andra klarar ekonomin utan att dra ner på det förebyggande.",
      "Mer om hur vi behåller socialsekreterare.",
    ],
  },
  {
    key: "themes",
    kind: "MULTI_CHOICE",
    label: text("Vilka spår lockar mest?", "Which themes appeal most?"),
    options: [
      { value: "children", label: text("Barn och unga", "Children and young people"), share: 0.5 },
      { value: "disability", label: text("LSS och funktionshinder", "Disability"), share: 0.35 },
      { value: "integration", label: text("Integration", "Integration"), share: 0.4 },
      { value: "leadership", label: text("Ledarskap och styrning", "Leadership and governance"), share: 0.6 },
    ],
  },
];
