import { type CategoryPlan, type EventPlan, type QuestionPlan, text } from "@/prisma/seed/demo/plan";

/** What every edition of Möjligheternas Mötesplats has in common: Virserum, invited guests and hosts with seminars. */
export const EVERY_EDITION = {
  series: "mojligheternas-motesplats",
  organisation: "hultsfred",
  venue: "virserum",
  invitationOnly: true,
  title: text("Möjligheternas Mötesplats", "Meeting Place of Opportunities"),
  targetGroup: text(
    "Inbjudna nyckelpersoner från kommun, statliga myndigheter, civilsamhälle, näringsliv och akademi.",
    "Invited key people from municipalities, state agencies, civil society, business and academia.",
  ),
  practicalities: text(
    "### Resa\nBuss går från Hultsfreds station på morgonen och tillbaka på kvällen båda dagarna. Fyll i när du kommer, så vet vi hur många vi är.\n\n### Mat\nLunch och kaffe båda dagarna, lagat av restaurangskolan. Middag den första kvällen.\n\n### Gäster från utlandet\nSeminarierna hålls på svenska med viskande tolkning till engelska. Säg till i anmälan om du behöver den.",
    "### Getting there\nA coach leaves Hultsfred station in the morning and returns in the evening on both days. Tell us when you arrive, so that we know how many we are.\n\n### Food\nLunch and coffee on both days, cooked by the restaurant school. Dinner on the first evening.\n\n### Guests from abroad\nThe seminars are in Swedish with whispered interpreting into English. Tell us when you register if you need it.",
  ),
  accent: "#7a4a00",
  contact: { name: "Lars Rosander, kommunalråd", email: "lars.rosander@hultsfred.se" },
  coOrganisers: [
    { organisation: "linneuniversitetet", access: "OWN_SESSIONS" },
    { organisation: "skl", access: "OWN_SESSIONS" },
    { organisation: "arbetsformedlingen", access: "OWN_SESSIONS" },
  ],
} as const satisfies Partial<EventPlan>;

export const CATEGORIES: CategoryPlan[] = [
  { key: "guest", name: text("Inbjuden gäst", "Invited guest"), capacity: 110 },
  {
    key: "foreign-guest",
    name: text("Gäst från utlandet", "Guest from abroad"),
    description: text("Uppge gärna när och hur du reser.", "Please tell us when and how you travel."),
    capacity: 20,
  },
];

export const QUESTIONS: QuestionPlan[] = [
  {
    key: "arrival",
    kind: "TEXT",
    label: text("När och hur kommer du?", "When and how do you arrive?"),
    help: text(
      "Tåg, bil eller flyg, och ungefärlig tid. Vi ordnar buss efter svaren.",
      "Train, car or plane, and an approximate time. We arrange the coach after the answers.",
    ),
    samples: [
      "Tåg till Hultsfred kvällen före",
      "Bil, vid 9-tiden",
      "Tåg, framme 08.05",
      "Flyg till Växjö, sedan hyrbil",
      "Train from Copenhagen, arriving the evening before",
    ],
  },
  {
    key: "interpreting",
    kind: "YES_NO",
    label: text("Behöver du tolkning till engelska?", "Do you need interpreting into English?"),
  },
];

/** What only guests from abroad are asked. */
export const TRAVEL: QuestionPlan[] = [
  {
    key: "arrival_day",
    kind: "DATE",
    label: text("Vilken dag landar du i Sverige?", "On which day do you land in Sweden?"),
    help: text("Vi möter på flygplatsen eller stationen.", "We meet you at the airport or the station."),
    showIf: { key: "category", values: ["foreign-guest"] },
  },
  {
    key: "flight",
    kind: "TEXT",
    label: text("Flyg eller tåg, med nummer", "Flight or train, with its number"),
    samples: ["OS 315", "Train 539 from Copenhagen", "SK 688, then train"],
    showIf: { key: "category", values: ["foreign-guest"] },
  },
];
