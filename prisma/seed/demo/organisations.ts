/** The public bodies and associations of the demo, by slug. */
export const ORGANISATIONS = {
  "kommunforbundet-skane": { name: "Kommunförbundet Skåne" },
  "integration-arbetsmarknad": { name: "Mötesplats Integration & Arbetsmarknad" },
  socialchefsdagarna: { name: "Socialchefsdagarna" },
  hultsfred: { name: "Hultsfreds kommun", municipalityCode: "0860" },
  boss: { name: "Projekt BOSS" },
  "region-skane": { name: "Region Skåne", municipalityCode: "12" },
  "lansstyrelsen-skane": { name: "Länsstyrelsen Skåne" },
  linneuniversitetet: { name: "Linnéuniversitetet" },
  skl: { name: "Sveriges Kommuner och Landsting" },
  arbetsformedlingen: { name: "Arbetsförmedlingen" },
  samling: { name: "Samling" },
} as const satisfies Record<string, { name: string; municipalityCode?: string }>;

export type OrganisationKey = keyof typeof ORGANISATIONS;
