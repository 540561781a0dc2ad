import { type QuestionPlan, text } from "@/prisma/seed/demo/plan";

/** What this edition asks besides: what people work with, whether they arrive the evening before, and who comes along. */
export const UPCOMING_QUESTIONS: QuestionPlan[] = [
  {
    key: "fields",
    kind: "MULTI_CHOICE",
    label: text("Vad arbetar du med?", "What do you work with?"),
    help: text(
      "Välj det som passar. Borden vid lunchen delas efter svaren.",
      "Choose what fits. The lunch tables follow the answers.",
    ),
    options: [
      { value: "language", label: text("Sfi och språk", "Language teaching"), share: 0.3 },
      { value: "matching", label: text("Matchning och praktik", "Matching and placements"), share: 0.5 },
      { value: "leadership", label: text("Ledning och styrning", "Leadership and steering"), share: 0.4 },
      { value: "housing", label: text("Bostad och mottagande", "Housing and reception"), share: 0.2 },
    ],
  },
  {
    key: "evening_before",
    kind: "YES_NO",
    label: text("Kommer du till Stockholm dagen före?", "Do you come to Stockholm the day before?"),
  },
  {
    key: "arrival_day",
    kind: "DATE",
    label: text("Vilken dag kommer du fram?", "On which day do you arrive?"),
    help: text(
      "Vi håller hotellrum till gruppris för dem som svarar.",
      "We keep hotel rooms at the group rate for those who answer.",
    ),
    showIf: { key: "evening_before", values: ["yes"] },
  },
  {
    key: "school",
    kind: "TEXT",
    label: text("Var studerar du?", "Where do you study?"),
    samples: ["Stockholms universitet", "Malmö universitet", "Mälardalens universitet"],
    showIf: { key: "category", values: ["student"] },
  },
  {
    key: "companion",
    kind: "CHOICE",
    label: text("Har du någon med dig som stöd?", "Does somebody come with you to support you?"),
    purpose: text(
      "den som stödjer dig ska få en stol bredvid, mat och inpassering",
      "whoever supports you needs a chair beside you, food and a way in",
    ),
    readers: text("en person på konferenskansliet", "one person at the conference office"),
    sensitive: true,
    options: [
      { value: "companion", label: text("Ja, en ledsagare", "Yes, a companion"), share: 0.5 },
      { value: "assistant", label: text("Ja, en personlig assistent", "Yes, a personal assistant"), share: 0.3 },
      { value: "interpreter", label: text("Ja, en teckenspråkstolk", "Yes, a sign-language interpreter"), share: 0.2 },
    ],
  },
];
