import type { Locale } from "@/lib/core/localised";
import { addressName, madeUpName } from "@/prisma/seed/demo/people/names";
import { type Crowd, post, type Workplace } from "@/prisma/seed/demo/people/workplaces";
import type { Seeded } from "@/prisma/seed/demo/seeded";

export type Attendee = {
  readonly name: string;
  readonly email: string;
  readonly workplace: Workplace;
  readonly title: string;
  readonly locale: Locale;
};

/** Makes up somebody of the crowd whose address nobody in `taken` has, and takes it. */
export function madeUpAttendee(seeded: Seeded, crowd: Crowd, taken: Set<string>, at?: Workplace): Attendee {
  const { workplace, title } = post(seeded, crowd);
  const works = at ?? workplace;
  const foreign = crowd === "austrian-guests";
  const name = madeUpName(seeded, foreign ? "austria" : "sweden");
  let email = `${addressName(name)}@${works.domain}.example.org`;
  for (let number = 2; taken.has(email); number++) {
    email = `${addressName(name)}${number}@${works.domain}.example.org`;
  }
  taken.add(email);
  return { name, email, workplace: works, title, locale: foreign || seeded.chance(0.03) ? "en" : "sv" };
}

const DIETS = [
  "Vegetarisk",
  "Vegetarisk",
  "Vegan",
  "Glutenfritt",
  "Laktosfritt",
  "Inget fläsk",
  "Halal",
  "Nötallergi, även spår av nötter",
  "Fisk och skaldjur går inte",
];
const ACCESS = [
  "Använder rullstol, behöver plats vid gången",
  "Behöver hörslinga",
  "Skrivtolk, tack",
  "Sitter gärna nära dörren",
];

/** What a few write under diet and access; null for most. */
export function madeUpNeeds(seeded: Seeded): { diet: string | null; access: string | null } | null {
  const diet = seeded.chance(0.13) ? seeded.pick(DIETS) : null;
  const access = seeded.chance(0.025) ? seeded.pick(ACCESS) : null;
  return diet || access ? { diet, access } : null;
}
