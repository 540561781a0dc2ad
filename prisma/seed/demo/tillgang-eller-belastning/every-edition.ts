import { type EventPlan, type QuestionPlan, text } from "@/prisma/seed/demo/plan";

/** What both editions of Tillgång eller belastning? have in common. */
export const EVERY_EDITION = {
  series: "tillgang-eller-belastning",
  organisation: "kommunforbundet-skane",
  venue: "gasverket",
  title: text("Tillgång eller belastning?", "Asset or Burden?"),
  targetGroup: text(
    "Främst förtroendevalda i Skånes kommuner och region. Tjänstepersoner är också välkomna.",
    "First of all elected representatives in Skåne's municipalities and region. Officials are welcome too.",
  ),
  practicalities: text(
    "Kaffe från 09.00. Lunch ingår. Dagen slutar med ett samtal där alla deltar, så planera att stanna till slutet.\n\nSkyltning på svenska och engelska; samtalet förs på svenska.",
    "Coffee from 09:00. Lunch is included. The day ends with a discussion in which everybody takes part, so plan to stay to the end.\n\nSigns are in Swedish and English; the discussion is in Swedish.",
  ),
  accent: "#5b2a6e",
  contact: { name: "Maria Ekelund", email: "tillgang@example.org", phone: "010-555 02 41" },
} as const satisfies Partial<EventPlan>;

export const TARGET_GROUP: QuestionPlan = {
  key: "role",
  kind: "CHOICE",
  label: text("Jag är", "I am"),
  required: true,
  options: [
    { value: "politician", label: text("politiker", "an elected representative"), share: 0.65 },
    { value: "official", label: text("tjänsteperson", "an official"), share: 0.35 },
  ],
};
