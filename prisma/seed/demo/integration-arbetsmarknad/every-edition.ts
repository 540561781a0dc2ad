import { type CategoryPlan, type EventPlan, type QuestionPlan, text } from "@/prisma/seed/demo/plan";

/** What both editions of Integration & Arbetsmarknad have in common. */
export const EVERY_EDITION = {
  series: "integration-arbetsmarknad",
  organisation: "integration-arbetsmarknad",
  venue: "klara",
  title: text("Integration & Arbetsmarknad", "Integration & Labour Market"),
  targetGroup: text(
    "Chefer, strateger och förtroendevalda i kommuner, regioner och myndigheter, samt arbetsgivare, utbildare och organisationer i det civila samhället.",
    "Managers, strategists and elected representatives in municipalities, regions and agencies, and employers, educators and civil society organisations.",
  ),
  practicalities: text(
    "### Mat\nLunch och kaffe ingår de dagar du är anmäld. Köket lagar vegetariskt som grund; skriv vad du inte kan äta i anmälan.\n\n### Boende\nVi har förhandlat rum på tre hotell inom tio minuters promenad. Länken finns i bekräftelsen.\n\n### Bara en dag?\nDu kan boka båda dagarna eller en av dem. Ändra fram till sista avbokningsdag på din egen sida.",
    "### Food\nLunch and coffee are included on the days you book. The kitchen cooks vegetarian food as its base; tell us what you cannot eat when you register.\n\n### Where to stay\nWe have agreed rates with three hotels within ten minutes on foot. The link is in your confirmation.\n\n### One day only?\nYou can book both days or one of them, and change your mind on your own page until the last day to cancel.",
  ),
  accent: "#8a3a1d",
  contact: { name: "Petra Hallgren", email: "integration@example.org", phone: "010-555 01 20" },
} as const satisfies Partial<EventPlan>;

export function categories(capacity: { delegate: number; employer: number; student: number }): CategoryPlan[] {
  return [
    {
      key: "delegate",
      name: text("Offentlig sektor", "Public sector"),
      description: text(
        "Kommun, region, myndighet och civilsamhälle.",
        "Municipality, region, agency and civil society.",
      ),
      priceOre: 395_000,
      earlyPriceOre: 345_000,
      day: { priceOre: 245_000, earlyPriceOre: 215_000 },
      capacity: capacity.delegate,
    },
    {
      key: "employer",
      name: text("Arbetsgivare", "Employer"),
      priceOre: 495_000,
      earlyPriceOre: 445_000,
      day: { priceOre: 295_000, earlyPriceOre: 265_000 },
      capacity: capacity.employer,
    },
    {
      key: "student",
      name: text("Student", "Student"),
      description: text("Ta med studentlegitimation.", "Bring your student card."),
      priceOre: 49_000,
      capacity: capacity.student,
    },
  ];
}

export const QUESTIONS: QuestionPlan[] = [
  {
    key: "expectation",
    kind: "LONG_TEXT",
    label: text("Vad vill du ha med dig hem?", "What do you want to take home?"),
    help: text("Talarna läser svaren innan de förbereder sig.", "The speakers read the answers before they prepare."),
    samples: [
      "Konkreta exempel på hur man får arbetsgivare att våga.",
      "Hur andra kommuner har kortat tiden från sfi till jobb.",
      "Kontakter! Vi är en liten kommun och behöver samarbeta.",
      "Hur ledningen kan hålla kursen när trycket är som högst.",
      "Siffror som går att visa för nämnden.",
    ],
  },
];
