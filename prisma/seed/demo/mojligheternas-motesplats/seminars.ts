import { type SessionPlan, text } from "@/prisma/seed/demo/plan";

/** The hosts' own seminars with sign-up, the same bodies every year; those of one day overlap where they should. */
export const SEMINARS: SessionPlan[] = [
  {
    key: "prejudice",
    on: 0,
    from: "10:00",
    to: "16:00",
    kind: "SEMINAR",
    room: "Snickeriet",
    host: "linneuniversitetet",
    places: 45,
    title: text("Heldagsseminarium: fördomar och mångfald", "Full-day seminar: prejudice and diversity"),
    abstract: text(
      "Linnéuniversitetet ägnar en hel dag åt hur fördomar uppstår, hur de syns i en organisation och vad som biter på dem. Övningar varvas med forskning; lunchen ingår.",
      "Linnaeus University gives a whole day to how prejudice arises, how it shows in an organisation and what works against it. Exercises alternate with research; lunch is included.",
    ),
    speakers: ["agnes-thorell"],
  },
  {
    key: "village",
    on: 0,
    from: "13:00",
    to: "15:00",
    kind: "SEMINAR",
    room: "Pappersbruket",
    host: "hultsfred",
    places: 40,
    title: text("Seminarium: byn som växte", "Seminar: the village that grew"),
    abstract: text(
      "Hultsfreds kommun visar hur skola, föreningar och företag i ett litet samhälle delade på uppgiften.",
      "Hultsfred Municipality shows how school, associations and companies in a small community shared the task.",
    ),
  },
  {
    key: "reception",
    on: 1,
    from: "09:00",
    to: "11:30",
    kind: "SEMINAR",
    room: "Snickeriet",
    host: "skl",
    places: 50,
    title: text("Seminarium: mottagande, etablering och boende", "Seminar: reception, settlement and housing"),
    abstract: text(
      "Sveriges Kommuner och Landsting går igenom vad som gäller, vad som är på väg och vad kommunerna själva kan göra.",
      "The Swedish Association of Local Authorities and Regions goes through what applies, what is coming and what municipalities can do themselves.",
    ),
    speakers: ["henrik-lagerqvist"],
  },
  {
    key: "matching",
    on: 1,
    from: "09:30",
    to: "11:30",
    kind: "SEMINAR",
    room: "Pappersbruket",
    host: "arbetsformedlingen",
    places: 40,
    title: text("Seminarium: rätt person till rätt företag", "Seminar: the right person for the right company"),
    abstract: text(
      "Arbetsförmedlingen visar hur matchning kan gå till där företagen är små och avstånden stora.",
      "The Public Employment Service shows how matching can be done where companies are small and distances great.",
    ),
    speakers: ["samira-haddad"],
  },
];

export const LUNCHES: SessionPlan[] = [0, 1].map((on) => ({
  key: `lunch-${on + 1}`,
  on,
  from: "12:00",
  to: "13:00",
  kind: "MEAL",
  room: "Kaféet",
  title: text("Lunch från restaurangskolan", "Lunch from the restaurant school"),
}));
