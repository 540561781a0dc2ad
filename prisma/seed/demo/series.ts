import type { Localised } from "@/lib/core/localised";
import type { OrganisationKey } from "@/prisma/seed/demo/organisations";

type Series = { readonly organisation: OrganisationKey; readonly name: Localised; readonly description: Localised };

/** The five recurring conferences, by slug. */
export const SERIES = {
  "integration-arbetsmarknad": {
    organisation: "integration-arbetsmarknad",
    name: { sv: "Integration & Arbetsmarknad", en: "Integration & Labour Market" },
    description: {
      sv: "Offentlig och privat sektor möts kring en fråga: hur kommer fler utrikes födda i arbete? Två dagar i Stockholm, som också kan bokas var för sig.",
      en: "The public and private sectors meet over one question: how do more people born abroad find work? Two days in Stockholm, which can also be booked one at a time.",
    },
  },
  "strategiska-forum": {
    organisation: "kommunforbundet-skane",
    name: { sv: "Strategiska forum", en: "Strategic Forums" },
    description: {
      sv: "Skånes kommuner, myndigheter och regionen samtalar om nyanländas etablering och integration. En del forum har ett tema som är satt i förväg, andra är öppna och deltagarna bestämmer vad som tas upp.",
      en: "Skåne's municipalities, state agencies and the region talk about how newcomers settle and become part of society. Some forums have a theme set beforehand, others are open and the participants bring the topics.",
    },
  },
  "tillgang-eller-belastning": {
    organisation: "kommunforbundet-skane",
    name: { sv: "Tillgång eller belastning?", en: "Asset or Burden?" },
    description: {
      sv: "En dag för förtroendevalda och tjänstepersoner om vad invandringen betyder för kommunerna: siffror, erfarenheter och ett samtal där alla deltar.",
      en: "A day for elected representatives and officials on what immigration means for municipalities: figures, experience and a discussion in which everybody takes part.",
    },
  },
  socialchefsdagarna: {
    organisation: "socialchefsdagarna",
    name: { sv: "Socialchefsdagarna", en: "The Heads of Social Services Conference" },
    description: {
      sv: "Årets möte för landets socialchefer: tre dagar med föreläsningar, seminarier, utställare och kollegor från hela Sverige.",
      en: "The yearly meeting of Sweden's heads of social services: three days of lectures, seminars, exhibitors and colleagues from the whole country.",
    },
  },
  "mojligheternas-motesplats": {
    organisation: "hultsfred",
    name: { sv: "Möjligheternas Mötesplats", en: "Meeting Place of Opportunities" },
    description: {
      sv: "Hultsfreds kommun bjuder in nyckelpersoner från kommun, myndigheter, civilsamhälle, näringsliv och akademi till Virserum. Flera av dem håller egna seminarier.",
      en: "Hultsfred Municipality invites key people from local government, agencies, civil society, business and academia to Virserum. Several of them hold seminars of their own.",
    },
  },
} as const satisfies Record<string, Series>;

export type SeriesKey = keyof typeof SERIES;
